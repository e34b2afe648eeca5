using System.Globalization;
using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Parsing;

/// <summary>One attribute to a <see cref="LayerSpec"/>, or to everything that is wrong with it.</summary>
internal sealed class LayerParser
{
    private readonly AttributeReader _reader;
    private readonly List<Finding> _findings;
    private readonly int _before;

    private LayerParser(AttributeReader reader, List<Finding> findings)
    {
        _reader = reader;
        _findings = findings;
        _before = findings.Count;
    }

    private bool Sound => _findings.Count == _before;

    /// <summary>The layer; null where the attribute is half-typed or wrong, in which case <paramref name="findings"/> says why.</summary>
    public static LayerSpec? Parse(AttributeReader reader, List<Finding> findings) =>
        reader.IsComplete ? new LayerParser(reader, findings).Parse() : null;

    private LayerSpec? Parse()
    {
        int groups = _reader.Number("g");
        AtLeast("g", groups, 1, axis: null, element: -1);
        string? name = Name();
        Algorithm algorithm = Form();
        int? knownRank = Rank();
        if (knownRank is null && _reader.UsesLists)
        {
            return null;
        }

        // Numbers that hold for all axes are checked whatever the rank.
        int rank = knownRank ?? 2;
        int[] kernel = Axes("k", rank, otherwise: 1, least: 1);
        int[] stride = Axes("s", rank, otherwise: 1, least: 1);
        int[] padding = Axes("p", rank, otherwise: 0, least: 0);
        int[] paddingEnd = PaddingEnd(rank, padding);
        int[] outputPadding = _reader.IsOrdinary ? [] : Axes("op", rank, otherwise: 0, least: 0);
        int[] dilation = Axes("d", rank, otherwise: 1, least: 1);
        int inChannels = Channels("InChannels", groups);
        int outChannels = Channels("OutChannels", groups);
        int[] inputSize = knownRank is null ? [] : InputSize(rank);
        OutputPaddings(stride, outputPadding, dilation);
        KernelExtents(kernel, dilation);
        if (knownRank is not null)
        {
            KernelVolume(kernel);
        }

        var spec = new LayerSpec(
            _reader.IsOrdinary,
            name,
            new(kernel),
            new(stride),
            new(padding),
            new(paddingEnd),
            new(outputPadding),
            new(dilation),
            groups,
            inChannels,
            outChannels,
            new(inputSize),
            algorithm,
            EpilogueParser.Parse(_reader, _findings));
        if (Sound)
        {
            OutputSizes(spec);
        }

        return Sound ? spec : null;
    }

    private string? Name()
    {
        string? name = _reader.Text("Name");
        if (name is not null && !SyntaxFacts.IsValidIdentifier(name))
        {
            Report(Descriptors.NameInvalid, "Name", -1, name);
        }

        return name;
    }

    private Algorithm Form()
    {
        var algorithm = (Algorithm)_reader.Property("Algorithm", (int)Algorithm.Auto);
        if (algorithm != Algorithm.Auto && !Enum.IsDefined(typeof(Algorithm), algorithm))
        {
            Report(Descriptors.UnknownAlgorithm, "Algorithm", -1, (int)algorithm);
        }

        return algorithm;
    }

    private int? Rank()
    {
        if (!_reader.UsesLists)
        {
            int rank = _reader.Property("Rank", 2);
            if (rank is >= 1 and <= 3)
            {
                return rank;
            }

            Report(Descriptors.RankOutOfRange, "Rank", -1, rank);
            return null;
        }

        int axes = _reader.List("k")?.Length ?? 0;
        if (_reader.Has("Rank"))
        {
            Report(Descriptors.RankBesideLists, "Rank", -1, axes);
        }

        if (axes is >= 1 and <= 3)
        {
            return axes;
        }

        Report(Descriptors.AxisCount, "k", -1, axes);
        return null;
    }

    // A parameter for every axis: the number for all alike, the list, or the default where the list was left out.
    private int[] Axes(string parameter, int rank, int otherwise, int least)
    {
        if (!_reader.UsesLists)
        {
            int number = _reader.Number(parameter);
            AtLeast(parameter, number, least, axis: null, element: -1);
            return Repeated(number, rank);
        }

        int[] list = _reader.List(parameter) ?? Repeated(otherwise, rank);
        if (list.Length != rank)
        {
            Report(Descriptors.ListLengths, parameter, -1, parameter, list.Length, rank);
            return Repeated(otherwise, rank);
        }

        for (int axis = 0; axis < rank; axis++)
        {
            AtLeast(parameter, list[axis], least, LayerGeometry.AxisName(rank, axis), axis);
        }

        return list;
    }

    private int[] PaddingEnd(int rank, int[] padding)
    {
        if (_reader.ListProperty("PEnd") is not { } ends)
        {
            return padding;
        }

        if (ends.Length != rank)
        {
            Report(Descriptors.ListLengths, "PEnd", -1, "PEnd", ends.Length, rank);
            return padding;
        }

        for (int axis = 0; axis < rank; axis++)
        {
            AtLeast("PEnd", ends[axis], 0, LayerGeometry.AxisName(rank, axis), axis);
        }

        return ends;
    }

    private static int[] Repeated(int number, int rank)
    {
        var list = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            list[axis] = number;
        }

        return list;
    }

    private void AtLeast(string parameter, int value, int least, string? axis, int element)
    {
        if (value < least)
        {
            ReportNumber(Descriptors.BelowMinimum, least, parameter, element, parameter, value, On(axis), least);
        }
    }

    private int Channels(string property, int groups)
    {
        int channels = _reader.Property(property, 0);
        if (groups >= 1 && _reader.Has(property) && (channels < 1 || channels % groups != 0))
        {
            Report(Descriptors.ChannelsNotDivisible, property, -1, property, channels, groups);
        }

        return channels;
    }

    private void OutputPaddings(int[] stride, int[] outputPadding, int[] dilation)
    {
        for (int axis = 0; axis < outputPadding.Length; axis++)
        {
            int limit = Math.Max(stride[axis], dilation[axis]);
            if (stride[axis] >= 1 && dilation[axis] >= 1 && outputPadding[axis] >= limit)
            {
                ReportNumber(
                    Descriptors.OutputPaddingTooLarge,
                    limit - 1,
                    "op",
                    axis,
                    outputPadding[axis],
                    On(_reader.UsesLists ? LayerGeometry.AxisName(stride.Length, axis) : null),
                    limit - 1,
                    stride[axis],
                    dilation[axis]);
                if (!_reader.UsesLists)
                {
                    return;
                }
            }
        }
    }

    private void KernelExtents(int[] kernel, int[] dilation)
    {
        for (int axis = 0; axis < kernel.Length; axis++)
        {
            long extent = ((long)dilation[axis] * (kernel[axis] - 1)) + 1;
            if (kernel[axis] >= 1 && dilation[axis] >= 1 && extent > int.MaxValue)
            {
                Report(
                    Descriptors.KernelTooLong, "k", axis, extent,
                        On(_reader.UsesLists ? LayerGeometry.AxisName(kernel.Length, axis) : null));
                if (!_reader.UsesLists)
                {
                    return;
                }
            }
        }
    }

    private void KernelVolume(int[] kernel)
    {
        decimal volume = kernel.Aggregate(1m, static (product, length) => product * Math.Max(length, 1));
        if (volume > int.MaxValue)
        {
            Report(Descriptors.KernelTooLarge, "k", -1, volume.ToString(CultureInfo.InvariantCulture));
        }
    }

    private int[] InputSize(int rank)
    {
        if (_reader.ListProperty("InputSize") is not { } size)
        {
            return [];
        }

        if (size.Length != rank)
        {
            Report(Descriptors.InputSizeAxes, "InputSize", -1, size.Length, rank);
            return [];
        }

        for (int axis = 0; axis < rank; axis++)
        {
            AtLeast("InputSize", size[axis], 1, LayerGeometry.AxisName(rank, axis), axis);
        }

        return size;
    }

    private void OutputSizes(LayerSpec spec)
    {
        for (int axis = 0; axis < spec.InputSize.Count; axis++)
        {
            AxisGeometry geometry = spec.Axis(axis);
            long output = geometry.OutputLength(spec.InputSize[axis]);
            if (output is >= 1 and <= int.MaxValue)
            {
                continue;
            }

            OutputOutOfRange(spec, axis, geometry, output);
        }
    }

    // An element of padding less makes the output of a transposed convolution two longer; an ordinary one takes more of it.
    private void OutputOutOfRange(LayerSpec spec, int axis, AxisGeometry geometry, long output)
    {
        if (spec.IsOrdinary)
        {
            long least = spec.Padding[axis] + ((2 - output) / 2);
            long most = Math.Max(0, spec.Padding[axis] - ((output - int.MaxValue + 1) / 2));
            string range = output < 1 ? Text($"p of at least {least}") : Text($"p of at most {most}");
            object[] told = [spec.InputSize[axis], LayerGeometry.AxisName(spec.Rank, axis), output, range];
            _findings.Add(new Finding(
                Descriptors.OutputOutOfRange, _reader.Attribute, "InputSize", axis, told, (int)(output < 1 ? least : most), "p"));
            return;
        }

        long inputs = Math.Max(0, int.MaxValue - geometry.LengthOffset + geometry.Stride) / geometry.Stride;
        (string? mended, string bound, long nearest) = output < 1
            ? ("p", "p of at most ", spec.Padding[axis] - ((2 - output) / 2))
            : inputs > 0 ? (null, "InputSize of at most ", inputs)
            : ("p", "p of at least ", spec.Padding[axis] + ((output - int.MaxValue + 1) / 2));
        object[] arguments =
        [
            spec.InputSize[axis],
            LayerGeometry.AxisName(spec.Rank, axis),
            output,
            bound + nearest.ToString(CultureInfo.InvariantCulture),
        ];
        _findings.Add(
            new Finding(Descriptors.OutputOutOfRange, _reader.Attribute, "InputSize", axis, arguments, (int)nearest, mended));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string On(string? axis) => axis is null ? "" : " on the " + axis + " axis";

    private void Report(DiagnosticDescriptor descriptor, string argument, int element, params object[] arguments) =>
        _findings.Add(new Finding(descriptor, _reader.Attribute, argument, element, arguments));

    private void ReportNumber(DiagnosticDescriptor descriptor, int nearest, string argument, int element, params object[] arguments) =>
        _findings.Add(new Finding(descriptor, _reader.Attribute, argument, element, arguments, nearest));
}
