namespace ConvGen.Generator.Model;

/// <summary>What an attribute says of what follows the bias.</summary>
/// <param name="Activation">The function.</param>
/// <param name="Slope">Of a leaky one.</param>
/// <param name="Minimum">Of a clamp.</param>
/// <param name="Maximum">Of a clamp.</param>
/// <param name="ScaleBefore">The factor before the function.</param>
/// <param name="ShiftBefore">What is added before it.</param>
/// <param name="ScaleAfter">The factor after it.</param>
/// <param name="ShiftAfter">What is added after it.</param>
/// <param name="Residual">Where a tensor is added.</param>
internal sealed record EpilogueSpec(
    Activation Activation = Activation.None,
    float Slope = EpilogueSpec.DefaultSlope,
    float Minimum = float.NegativeInfinity,
    float Maximum = float.PositiveInfinity,
    float ScaleBefore = 1,
    float ShiftBefore = 0,
    float ScaleAfter = 1,
    float ShiftAfter = 0,
    Residual Residual = Residual.None)
{
    /// <summary>PyTorch's.</summary>
    public const float DefaultSlope = 0.01f;

    /// <summary>Nothing follows the bias.</summary>
    public bool IsNone => Activation == Activation.None
        && Residual == Residual.None
        && (ScaleBefore, ShiftBefore, ScaleAfter, ShiftAfter) == (1f, 0f, 1f, 0f);

    /// <summary>The function has a parameter per output channel.</summary>
    public bool HasChannelParameters => Activation is Activation.PRelu or Activation.Snake;

    /// <summary>A tensor is added.</summary>
    public bool HasResidual => Residual != Residual.None;
}
