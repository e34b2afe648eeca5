using System.Text.RegularExpressions;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>A legal case with one parameter that is not: an error with an id must come of it.</summary>
public static partial class IllegalNeighbour
{
    private const int Kinds = 13;

    /// <summary>Draws a neighbour.</summary>
    public static FuzzCase Draw(FuzzCase legal, int seed)
    {
        var random = new Random(seed);
        LayerCase layer = legal.Layer;
        FuzzAxis[] axes = FuzzAxis.Of(layer);
        ref FuzzAxis axis = ref axes[random.Next(axes.Length)];
        bool fixSizes = legal.Request.FixSizes;
        switch (random.Next(Kinds))
        {
            case 0:
                axis = axis with { K = random.Next(-2, 1) };
                break;
            case 1:
                axis = axis with { S = random.Next(-2, 1) };
                break;
            case 2:
                axis = axis with { D = random.Next(-2, 1) };
                break;
            case 3:
                axis = axis with { P = random.Next(-3, 0) };
                break;
            case 4:
                axis = axis.IsOrdinary ? axis with { P = random.Next(-3, 0) } : axis with { Op = random.Next(-3, 0) };
                break;
            case 5:
                axis = axis.IsOrdinary ? axis with { S = 0 } : axis with { Op = axis.MostOp + random.Next(1, 3) };
                break;
            case 6:
                (axis, fixSizes) = (axis with { In = random.Next(-1, 1) }, true);
                break;
            case 7:
                (axis, fixSizes) = (axis.WithoutOutput, true);
                break;
            case 8:
                axis = axis with { K = int.MaxValue, D = 2 + random.Next(4) };
                break;
            case 9:
                layer = layer with { G = random.Next(-1, 1) };
                break;
            case 10:
                (layer, fixSizes) = (layer with { G = layer.Cin + 1 }, true);
                break;
            case 11:
                (layer, fixSizes) = (layer with { Cout = 0 }, true);
                break;
            default:
                return legal with { Request = legal.Request with { Layer = layer with { P = [.. layer.P, 0, 0] } } };
        }

        return legal with { Request = legal.Request with { Layer = FuzzAxis.Set(layer, axes), FixSizes = fixSizes } };
    }

    /// <summary>What is wrong with how it is refused, if anything.</summary>
    public static Finding? Check(FuzzCase illegal)
    {
        try
        {
            CompiledLayer.Compile([illegal.Request]);
            return new Finding(illegal, "it is illegal and was not refused", IsCrash: false);
        }
        catch (CompilationFailedException refused)
        {
            return RuleId().IsMatch(refused.Message)
                ? null
                : new Finding(illegal, "it was refused without a CG id: " + refused.Message, IsCrash: refused.InnerException is not null);
        }
#pragma warning disable CA1031 // Whatever it throws is a finding.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new Finding(illegal, failure.ToString(), IsCrash: true);
        }
    }

    [GeneratedRegex(@"\bCG\d{4}\b")]
    private static partial Regex RuleId();
}
