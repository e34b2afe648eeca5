using ConvGen.Generator.Emission;
using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Parsing;
using ConvGen.Generator.Networks.Planning;

namespace ConvGen.Generator.Networks.Emission;

/// <summary>The whole file of a type with networks.</summary>
internal static class NetworkHostWriter
{
    private const int ChartWidth = 64;
    private const int MostChartRows = 48;

    /// <summary>Writes the file.</summary>
    /// <param name="host">The type.</param>
    /// <param name="plans">Its networks, in the order of its attributes.</param>
    public static string Write(NetworkHostSpec host, NetworkPlan[] plans)
    {
        var writer = new SourceWriter();
        HostWriter.WriteTitle(writer);
        LayerTable[] layers = [.. plans.Select((plan, i) => new LayerTable(Prefix(host, host.Networks[i]), plan))];
        NetworkWriter[] networks =
            [.. plans.Select((plan, i) => new NetworkWriter(writer, host.Networks[i], plan, layers[i], Prefix(host, host.Networks[i]) + "_Network"))];
        for (int i = 0; i < plans.Length; i++)
        {
            WriteHeader(writer, host.Networks[i], plans[i], layers[i]);
        }

        HostWriter.WriteDirectives(writer);
        using (writer.Open("namespace ConvGen.Generated"))
        {
            writer.Line("using global::System;");
            HostWriter.WriteUsings(writer);
            for (int i = 0; i < plans.Length; i++)
            {
                layers[i].Write(writer);
                writer.Line();
                writer.Line($"/// <summary>The steps of {NetworkNames.Documentation(host.Networks[i].File)}.</summary>");
                HostWriter.WriteGeneratedCode(writer);
                networks[i].WriteSteps();
            }
        }

        writer.Line();
        using (HostWriter.OpenHost(writer, host.Type))
        {
            for (int i = 0; i < plans.Length; i++)
            {
                if (host.Networks[i].Name is not { } name)
                {
                    networks[i].WriteMembers(Reference(host.Type));
                    continue;
                }

                writer.Line($"/// <summary>The network {NetworkNames.Documentation(host.Networks[i].File)}; its parameters stand at the top of this file.</summary>");
                HostWriter.WriteGeneratedCode(writer);
                using (writer.Open("public static class " + Identifiers.EscapeType(name)))
                {
                    networks[i].WriteMembers(Reference(host.Type));
                }
            }
        }

        return writer.ToString();
    }

    private static void WriteHeader(SourceWriter writer, NetworkSpec spec, NetworkPlan plan, LayerTable layers)
    {
        writer.Line("//");
        writer.Line($"// {NetworkNames.Comment(spec.File)}: {NetworkWriter.Total(plan.Products)} multiply-adds in {plan.Running.Length} steps, "
            + FormattableString.Invariant($"{layers.Layers.Count()} of them layers; {NetworkWriter.Total(plan.WeightCount)} weights."));
        foreach (GraphValue input in plan.Graph.Inputs)
        {
            writer.Line($"//   input   {NetworkNames.Comment(input.ToString())}");
        }

        foreach (GraphValue output in plan.Graph.Outputs)
        {
            writer.Line($"//   output  {NetworkNames.Comment(output.ToString())}");
        }

        WriteArena(writer, plan);
        layers.WriteHeader(writer);
    }

    // A row a buffer: when it lives, from the first step to the last.
    private static void WriteArena(SourceWriter writer, NetworkPlan plan)
    {
        long bytes = plan.Arena.Length * sizeof(float);
        long least = plan.Arena.LeastLength * sizeof(float);
        writer.Line("//");
        writer.Line(FormattableString.Invariant($"// Arena: {bytes} bytes between steps; {least} of them live at once."));
        int steps = Math.Max(1, plan.Running.Length);
        foreach (ArenaBuffer buffer in plan.Arena.Buffers.Take(MostChartRows))
        {
            int first = buffer.First * ChartWidth / steps;
            int last = Math.Max(first, ((buffer.Last + 1) * ChartWidth / steps) - 1);
            string life = new string(' ', first) + new string('#', last - first + 1);
            writer.Line(FormattableString.Invariant(
                $"//   {buffer.Offset * sizeof(float),12} {buffer.Length * (long)sizeof(float),11}  |{life.PadRight(ChartWidth)}| {NetworkNames.Comment(buffer.Value.Name)}"));
        }

        if (plan.Arena.Buffers.Length > MostChartRows)
        {
            writer.Line(FormattableString.Invariant($"//   ... and {plan.Arena.Buffers.Length - MostChartRows} buffers more"));
        }
    }

    private static string Prefix(NetworkHostSpec host, NetworkSpec network) =>
        host.Type.Host.Name + (network.Name is null ? "" : "_" + network.Name);

    // Type parameters of the host are left open: its assembly is all that is asked of it.
    private static string Reference(HostSpec type) => "global::" + (type.Namespace.Length > 0 ? type.Namespace + "." : "") + string.Join(
        ".", type.Types.Select(static part => Identifiers.Escape(part.Name) + (part.TypeParameters.Length == 0 ? "" : "<" + new string(',', part.TypeParameters.Count(static c => c == ',')) + ">")));
}
