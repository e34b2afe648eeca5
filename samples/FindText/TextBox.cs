using System.Numerics;

namespace FindText;

/// <summary>A rectangle around a line of text, tilted as the line is; in pixels.</summary>
/// <param name="Center">Its middle.</param>
/// <param name="Along">The direction of its longer sides, of length 1, from left to right.</param>
/// <param name="Size">Its length along that direction, and its height.</param>
/// <param name="Score">How likely its pixels are text, on average, from 0 to 1.</param>
internal readonly record struct TextBox(Vector2 Center, Vector2 Along, Vector2 Size, float Score)
{
    /// <summary>How far the line falls from left to right, in degrees from -90 to 90.</summary>
    public float Tilt => float.RadiansToDegrees(MathF.Atan2(Along.Y, Along.X));

    /// <summary>The box with a margin on every side.</summary>
    public TextBox Enlarged(float margin) => this with { Size = Size + new Vector2(2 * margin) };

    /// <summary>The box in a picture that is so many times as large.</summary>
    public TextBox Scaled(float scale) => this with { Center = scale * Center, Size = scale * Size };

    /// <summary>How far a place lies from the sides: negative inside the box.</summary>
    public float DistanceFrom(Vector2 place)
    {
        Vector2 offset = place - Center;
        var beyond = new Vector2(
            MathF.Abs(Vector2.Dot(offset, Along)) - (Size.X / 2), MathF.Abs(Vector2.Dot(offset, new(-Along.Y, Along.X))) - (Size.Y / 2));
        return Vector2.Max(beyond, Vector2.Zero).Length() + MathF.Min(MathF.Max(beyond.X, beyond.Y), 0);
    }
}
