using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;
using static ConvGen.Generator.Networks.Passes.Patterns;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>
/// What follows a layer becomes part of it: normalisations and factors of channels go into its weights; a residual, an activation, and a scale behind
/// it are applied as outputs are written.
/// </summary>
internal static class Epilogues
{
    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (LayerNode layer in graph.Nodes.OfType<LayerNode>().ToArray())
        {
            while (graph.OnlyConsumer(layer.Output) is { } follower && Takes(layer, follower))
            {
                // The residual may be made between the two.
                int place = graph.Nodes.IndexOf(follower);
                graph.Absorb(layer, follower);
                graph.Nodes.Remove(layer);
                graph.Nodes.Insert(place - 1, layer);
                layer.TakeParts();
            }
        }
    }

    private static bool Takes(LayerNode layer, GraphNode follower)
    {
        EpilogueSpec epilogue = layer.Epilogue;
        bool isOpen = epilogue.Activation == Activation.None && !epilogue.HasResidual;
        return isOpen && (TakesIntoWeights(layer, follower) || TakesGate(layer, follower))
            || TakesResidual(layer, follower)
            || (epilogue.Activation == Activation.None && epilogue.Residual != Residual.AfterActivation && TakesActivation(layer, follower))
            || (epilogue.Residual != Residual.AfterActivation && TakesScale(layer, follower));
    }

    private static bool TakesIntoWeights(LayerNode layer, GraphNode follower)
    {
        // A scale behind none may have been taken as the output's own.
        if ((layer.Epilogue.ScaleAfter, layer.Epilogue.ShiftAfter) != (1f, 0f))
        {
            return false;
        }

        ChannelFold? fold = follower.Op switch
        {
            "BatchNormalization" when follower.Inputs[0] == layer.Output && follower.Inputs.Skip(1).All(static input => input is { IsConstant: true }) =>
                new ChannelFold("Norm", [.. follower.Inputs.Skip(1).Take(4).Select(static input => input!)], follower.Attributes.Real("epsilon", 1e-5f)),
            "Mul" or "Add" => Constant(layer, Other(follower, layer.Output)) is { } value
                ? new ChannelFold(follower.Op == "Mul" ? "Multiply" : "Add", [value])
                : null,
            "Div" or "Sub" when follower.Inputs[0] == layer.Output => Constant(layer, follower.Inputs[1]) is { } value
                ? new ChannelFold(follower.Op == "Div" ? "Divide" : "Subtract", [value])
                : null,
            _ => null,
        };
        if (fold is null || !follower.Output.Shape.SequenceEqual(layer.Output.Shape))
        {
            return false;
        }

        layer.Folds.Add(fold);
        return true;
    }

    // One number, or one for each channel.
    private static GraphValue? Constant(LayerNode layer, GraphValue? value) =>
        value is { IsConstant: true } && (value.Count == 1 || NormalizationPatterns.IsPerChannel(value, layer.Output.Shape)) ? value : null;

    // HardSigmoid with factors of its own: a clamp of what the weights make.
    private static bool TakesGate(LayerNode layer, GraphNode follower)
    {
        if (follower.Op != "HardSigmoid" || (layer.Epilogue.ScaleAfter, layer.Epilogue.ShiftAfter) != (1f, 0f))
        {
            return false;
        }

        layer.Epilogue = layer.Epilogue with
        {
            ScaleBefore = follower.Attributes.Real("alpha", 0.2f),
            ShiftBefore = follower.Attributes.Real("beta", 0.5f),
            Activation = Activation.Clamp,
            Minimum = 0,
            Maximum = 1,
        };
        return true;
    }

    private static bool TakesResidual(LayerNode layer, GraphNode follower)
    {
        EpilogueSpec epilogue = layer.Epilogue;
        if (follower.Op != "Add" || epilogue.HasResidual || Other(follower, layer.Output) is not { IsConstant: false } other
            || other == layer.Output || !other.Shape.SequenceEqual(layer.Output.Shape))
        {
            return false;
        }

        bool isBefore = epilogue.Activation == Activation.None && (epilogue.ScaleAfter, epilogue.ShiftAfter) == (1f, 0f);
        layer.Epilogue = epilogue with { Residual = isBefore ? Residual.BeforeActivation : Residual.AfterActivation };
        layer.Residual = other;
        return true;
    }

    private static bool TakesActivation(LayerNode layer, GraphNode follower)
    {
        EpilogueSpec epilogue = layer.Epilogue;
        if ((epilogue.ScaleAfter, epilogue.ShiftAfter) != (1f, 0f))
        {
            return false;
        }

        EpilogueSpec? taken = follower.Op switch
        {
            "Relu" => epilogue with { Activation = Activation.Relu },
            "LeakyRelu" => epilogue with { Activation = Activation.LeakyRelu, Slope = follower.Attributes.Real("alpha", 0.01f) },
            "Sigmoid" => epilogue with { Activation = Activation.Sigmoid },
            "Tanh" => epilogue with { Activation = Activation.Tanh },
            "SiLU" => epilogue with { Activation = Activation.SiLU },
            "HardSwish" => epilogue with { Activation = Activation.HardSwish },
            "Gelu" => epilogue with
            {
                Activation = follower.Attributes.Text("approximate", "none") == "tanh" ? Activation.GeluTanh : Activation.Gelu,
            },
            "Clip" => epilogue with
            {
                Activation = Activation.Clamp,
                Minimum = UnaryOperators.Limit(follower, 1, "min", float.NegativeInfinity),
                Maximum = UnaryOperators.Limit(follower, 2, "max", float.PositiveInfinity),
            },
            "PRelu" when follower.Inputs[0] == layer.Output && Constant(layer, follower.Inputs[1]) is { } slope => TakeSlope(layer, slope),
            _ => null,
        };
        layer.Epilogue = taken ?? epilogue;
        return taken is not null;
    }

    private static EpilogueSpec TakeSlope(LayerNode layer, GraphValue slope)
    {
        layer.Slope = slope;
        return layer.Epilogue with { Activation = Activation.PRelu };
    }

    // Scalars behind an activation.
    private static bool TakesScale(LayerNode layer, GraphNode follower)
    {
        EpilogueSpec epilogue = layer.Epilogue;
        if (Scalar(Other(follower, layer.Output)) is not { } scalar || !follower.Output.Shape.SequenceEqual(layer.Output.Shape))
        {
            return false;
        }

        bool isFirst = follower.Inputs[0] == layer.Output;
        EpilogueSpec? taken = follower.Op switch
        {
            "Add" => epilogue with { ShiftAfter = epilogue.ShiftAfter + scalar },
            "Sub" when isFirst => epilogue with { ShiftAfter = epilogue.ShiftAfter - scalar },
            "Mul" => epilogue with { ScaleAfter = epilogue.ScaleAfter * scalar, ShiftAfter = epilogue.ShiftAfter * scalar },
            "Div" when isFirst => epilogue with { ScaleAfter = epilogue.ScaleAfter / scalar, ShiftAfter = epilogue.ShiftAfter / scalar },
            _ => null,
        };
        layer.Epilogue = taken ?? epilogue;
        return taken is not null;
    }
}
