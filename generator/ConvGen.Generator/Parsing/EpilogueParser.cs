using System.Globalization;
using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;

namespace ConvGen.Generator.Parsing;

/// <summary>What an attribute says of what follows the bias.</summary>
internal static class EpilogueParser
{
    /// <summary>Reads it, and adds what is wrong to <paramref name="findings"/>.</summary>
    public static EpilogueSpec Parse(AttributeReader reader, List<Finding> findings)
    {
        var spec = new EpilogueSpec(
            (Activation)reader.Property("Activation", 0),
            reader.Real("Slope", EpilogueSpec.DefaultSlope),
            reader.Real("Minimum", float.NegativeInfinity),
            reader.Real("Maximum", float.PositiveInfinity),
            reader.Real("ScaleBefore", 1),
            reader.Real("ShiftBefore", 0),
            reader.Real("ScaleAfter", 1),
            reader.Real("ShiftAfter", 0),
            (Residual)reader.Property("Residual", 0));
        Member("Activation", spec.Activation);
        Member("Residual", spec.Residual);
        Finite("Slope", spec.Slope);
        Finite("ScaleBefore", spec.ScaleBefore);
        Finite("ShiftBefore", spec.ShiftBefore);
        Finite("ScaleAfter", spec.ScaleAfter);
        Finite("ShiftAfter", spec.ShiftAfter);
        if (!(spec.Minimum <= spec.Maximum))
        {
            Report(Descriptors.EpilogueNumber, "Minimum", "Minimum", Text(spec.Minimum), "numbers up to Maximum, " + Text(spec.Maximum));
        }

        return spec;

        void Member(string property, Enum value)
        {
            if (!Enum.IsDefined(value.GetType(), value))
            {
                Report(Descriptors.UnknownEpilogue, property, property, Convert.ToInt32(value, CultureInfo.InvariantCulture));
            }
        }

        void Finite(string property, float value)
        {
            if (float.IsNaN(value) || float.IsInfinity(value))
            {
                Report(Descriptors.EpilogueNumber, property, property, Text(value), "finite numbers");
            }
        }

        void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, string argument, params object[] arguments) =>
            findings.Add(new Finding(descriptor, reader.Attribute, argument, -1, arguments));
    }

    private static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);
}
