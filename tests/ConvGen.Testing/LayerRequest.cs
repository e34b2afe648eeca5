namespace ConvGen.Testing;

/// <summary>A layer and how to ask for it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Algorithm">The attribute's <c>Algorithm</c>.</param>
/// <param name="FixSizes">Whether the attribute fixes channels and input size too.</param>
public sealed record LayerRequest(LayerCase Layer, Algorithm Algorithm = Algorithm.Auto, bool FixSizes = false)
{
    /// <summary>The attribute that asks for it.</summary>
    public string AttributeText
    {
        get
        {
            string algorithm = Algorithm == Algorithm.Auto ? "" : $", Algorithm = global::ConvGen.Algorithm.{Algorithm}";
            string sizes = !FixSizes ? "" : FormattableString.Invariant(
                $", InChannels = {Layer.Cin}, OutChannels = {Layer.Cout}, InputSize = {LayerCase.List(Layer.In)}");
            return $"{Layer.AttributeName}({Layer.Arguments}{algorithm}{sizes})";
        }
    }
}
