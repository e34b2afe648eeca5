using System.Runtime.CompilerServices;

namespace ConvGen.Fuzz;

/// <summary>How the elements of an array are drawn, as code and as the text of that code, which pasted cases quote.</summary>
/// <param name="element">Draws an element, given its index.</param>
/// <param name="text">Filled in by the compiler.</param>
public sealed class ValueForm(Func<Random, int, float> element, [CallerArgumentExpression(nameof(element))] string text = "")
{
    /// <summary>The lambda expression.</summary>
    public string Text => text;

    /// <summary>Draws an array.</summary>
    public float[] Draw(Random random, int length)
    {
        var values = new float[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = element(random, i);
        }

        return values;
    }
}
