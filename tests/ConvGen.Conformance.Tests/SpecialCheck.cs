using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>Compares results with the definition where a special value is, and with those without it elsewhere.</summary>
/// <param name="place">Where the value goes.</param>
/// <param name="reference">The definition.</param>
internal sealed class SpecialCheck(SpecialPlace place, ScatterReference reference)
{
    public required float Value { get; init; }

    public required bool InWeight { get; init; }

    /// <summary>The first wrong element, if there is one.</summary>
    public string? FirstWrong(SpecialResult before, SpecialResult result)
    {
        // Such weights have no margin of zeros, so that another form may make the sums, in another order.
        bool keepsForm = result.Requested != Algorithm.Auto || !InWeight || float.IsFinite(Value);
        for (int i = 0; i < result.Y.Length; i++)
        {
            bool right = place.MaySpreadTo(i, result.Tile, result.Pairs) ? IsRight(result, i)
                : keepsForm ? BitConverter.SingleToInt32Bits(result.Y[i]) == BitConverter.SingleToInt32Bits(before.Y[i])
                : IsNear(result.Y[i], i);
            if (!right)
            {
                return FormattableString.Invariant($"[{i}] is {result.Y[i]}, before {before.Y[i]}, by definition {reference.Y[i]}");
            }
        }

        return null;
    }

    // A fast form makes something that is not finite of what is not, and may do so in the whole tile.
    private bool IsRight(SpecialResult result, int i) => result.Tile == 0 || float.IsFinite(Value)
        ? IsNear(result.Y[i], i)
        : double.IsFinite(reference.Y[i]) || !float.IsFinite(result.Y[i]);

    private bool IsNear(float value, int i) => Tolerance.Accepts(value, reference.Y[i], Tolerance.Bound(reference, i, reference.Y[i]));
}
