extern alias build;
extern alias generator;

using build::ConvGen.Build;
using build::ConvGen.Build.Onnx;
using generator::ConvGen.Generator.Model;
using generator::ConvGen.Generator.Networks.Emission;
using generator::ConvGen.Generator.Networks.Graph;
using generator::ConvGen.Generator.Networks.Parsing;
using generator::ConvGen.Generator.Networks.Planning;

namespace ConvGen.Testing;

/// <summary>A network whose model was read and planned as a build does it, and whose code was emitted but not compiled.</summary>
public sealed class PlannedNetwork
{
    private readonly NetworkPlan _plan;

    private PlannedNetwork(NetworkPlan plan, string source) => (_plan, Source) = (plan, source);

    /// <summary>The emitted file.</summary>
    public string Source { get; }

    /// <summary>Elements of inputs, outputs and what lies between steps.</summary>
    public long Elements => _plan.Arena.Length + _plan.Graph.Inputs.Concat(_plan.Graph.Outputs).Sum(static value => (long)value.Count);

    /// <summary>Elements of everything that is made of weights as they are loaded.</summary>
    public long LoadedElements => _plan.Loading.SelectMany(static step => step.Writes).Sum(static value => (long)value.Count);

    /// <summary>Elements that all steps make.</summary>
    public long MadeElements => _plan.Running.SelectMany(static step => step.Writes).Sum(static value => (long)value.Count);

    /// <summary>Multiplications with an addition of all layers.</summary>
    public double Products => _plan.Products;

    /// <summary>Reads a model, converts its weights, plans it and writes its code.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="folder">The folder in which it would lie.</param>
    /// <exception cref="NetworkRefusedException">It cannot be read or compiled, for a reason that users are told.</exception>
    public static PlannedNetwork Create(byte[] model, string folder)
    {
        const string file = "model.onnx";
        try
        {
            ModelConversion conversion = ModelConversion.Read(ByteRange.Of(model), file, folder);
            conversion.WriteWeights(Stream.Null);
            var plan = NetworkPlan.Create(conversion.Manifest, [], default);
            var host = new HostSpec("", new([new TypeHeader("class", "Network", "")]), default);
            var spec = new NetworkHostSpec(host, new([new NetworkSpec(null, file, default, default)]));
            return new PlannedNetwork(plan, NetworkHostWriter.Write(spec, [plan]));
        }
        catch (Exception exception) when (exception is ModelException or NetworkException)
        {
            throw new NetworkRefusedException(exception.Message, exception);
        }
    }
}
