namespace ConvGen.Testing;

/// <summary>A layer and how to ask for it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Algorithm">The attribute's <c>Algorithm</c>.</param>
/// <param name="FixSizes">Whether the attribute fixes channels and input size too.</param>
/// <param name="Activation">The attribute's <c>Activation</c>, where it has no ending.</param>
public sealed record LayerRequest(
    LayerCase Layer, Algorithm Algorithm = Algorithm.Auto, bool FixSizes = false, Activation Activation = Activation.None)
{
    /// <summary>What follows the bias.</summary>
    public Ending Ending { get; init; } = Ending.None;

    /// <summary>The attribute that asks for it.</summary>
    public string AttributeText
    {
        get
        {
            string algorithm = Algorithm == Algorithm.Auto ? "" : $", Algorithm = global::ConvGen.Algorithm.{Algorithm}";
            string activation = Activation == Activation.None ? "" : $", Activation = global::ConvGen.Activation.{Activation}, Minimum = -1, Maximum = 1";
            string sizes = !FixSizes ? "" : FormattableString.Invariant(
                $", InChannels = {Layer.Cin}, OutChannels = {Layer.Cout}, InputSize = {LayerCase.List(Layer.In)}");
            return $"{Layer.AttributeName}({Layer.Arguments}{algorithm}{sizes}{activation}{Ending.AttributeText})";
        }
    }
}
