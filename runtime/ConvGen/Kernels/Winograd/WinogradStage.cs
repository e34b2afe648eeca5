namespace ConvGen.Kernels.Winograd;

/// <summary>
/// Gathered inputs to transformed ones, [point][patch][channel], for Strassen's scheme [point][product][pair][channel of a half]: a few
/// neighbouring patches at a time, so that what lies between the axes stays in the caches, and is little.
/// </summary>
internal readonly ref struct WinogradStage
{
    // After an axis: in the second-level cache beside what is read and written.
    private const int MostElements = 64 * 1024;

    private readonly WinogradShape _shape;
    private readonly VectorKernels _transforms;
    private readonly int _pitch;
    private readonly int _half;
    private readonly StageSize _size;
    private readonly Span<Element> _columns;
    private readonly Span<Element> _rows;
    private readonly Span<Element> _points;

    public WinogradStage(WinogradPacking packing, VectorKernels transforms, Extent box, Span<Element> memory)
    {
        _transforms = transforms;
        _shape = packing.Shape;
        _pitch = packing.Pitch;
        _half = packing.ProductPitch;
        _size = StageSize.For(packing, box);
        int copy = (int)_size.Copy;
        _points = _shape.IsStrassen && _shape.Transforms ? memory[..(2 * copy)] : default;
        _columns = memory[_points.Length..];
        _rows = _shape.Depth.Taps > 1 && _shape.Height.Taps > 1 ? _columns[copy..] : default;
    }

    /// <summary>Elements between the steps: a copy per axis after the width, and one per half of Strassen's scheme.</summary>
    public static long Capacity(WinogradPacking packing, Extent box)
    {
        WinogradShape shape = packing.Shape;
        int copies = (shape.Depth.Taps > 1 ? 1 : 0) + (shape.Height.Taps > 1 ? 1 : 0) + (shape.IsStrassen && shape.Transforms ? 2 : 0);
        return copies * StageSize.For(packing, box).Copy;
    }

    /// <summary>Transforms a box.</summary>
    public void Run(in WinogradBox box, Span<Element> gathered, Span<Element> transformed)
    {
        (int patch, int pair) = (0, 0);
        for (int z = 0; z < box.Depth.Patches; z++)
        {
            for (int y = 0; y < box.Height.Patches; y++)
            {
                int row = (z * _shape.Depth.Patch * box.Height.Inputs) + (y * _shape.Height.Patch);
                for (int x = 0; x < box.Width.Patches; x += _size.Patches)
                {
                    int patches = Math.Min(_size.Patches, box.Width.Patches - x);
                    int corner = ((row * box.Width.Inputs) + (x * _shape.Width.Patch)) * _pitch;
                    for (int channel = 0; channel < _half; channel += _size.Channels)
                    {
                        int channels = Math.Min(_size.Channels, _half - channel);
                        ref Element inputs = ref gathered[corner + channel];
                        if (_shape.IsStrassen)
                        {
                            ref Element target = ref transformed[(pair * _half) + channel];
                            RunPairs(box, ref inputs, ref target, patches, channels);
                        }
                        else
                        {
                            ref Element target = ref transformed[(patch * _pitch) + channel];
                            RunTiles(box, ref inputs, ref target, (nint)box.Count * _pitch, patches, channels);
                        }
                    }

                    patch += patches;
                    pair += (patches + 1) / 2;
                }
            }
        }
    }

    // Patches of both halves of the channels, then the inputs of the seven products. Without anything to transform, patches are inputs.
    private void RunPairs(in WinogradBox box, ref Element source, ref Element target, int patches, int channels)
    {
        ref Element first = ref source;
        ref Element second = ref Unsafe.Add(ref source, _half);
        int step = _pitch;
        if (_shape.Transforms)
        {
            step = channels;
            nint pointStep = (nint)patches * channels;
            first = ref _points[0];
            second = ref _points[_points.Length / 2];
            RunTiles(box, ref source, ref first, pointStep, patches, channels);
            RunTiles(box, ref Unsafe.Add(ref source, _half), ref second, pointStep, patches, channels);
        }

        nint productStep = (nint)box.Pairs * _half;
        for (int point = 0; point < _shape.Points; point++)
        {
            for (int patch = 0; patch < patches; patch += 2)
            {
                nint place = (nint)((point * patches) + patch) * step;
                _transforms.SchemeInputs(
                    ref Unsafe.Add(ref first, place),
                    ref Unsafe.Add(ref second, place),
                    patch + 1 < patches ? step : 0,
                    channels,
                    ref Unsafe.Add(ref target, (point * Strassen.Products * productStep) + (patch / 2 * _half)),
                    productStep);
            }
        }
    }

    // Axes of one tap have nothing to transform. The last axis that has writes to its final place.
    private void RunTiles(
        in WinogradBox box, ref Element source, ref Element target, nint pointStep, int patches, int channels)
    {
        (WinogradAxis depth, WinogradAxis height, WinogradAxis width) = (_shape.Depth, _shape.Height, _shape.Width);
        bool hasRows = height.Taps > 1;
        bool hasSlices = depth.Taps > 1;
        int length = patches * channels;
        int lines = depth.Window * height.Window;
        bool isLast = !hasRows && !hasSlices;
        TransformArguments args = width.Arguments(ref source, ref target);
        (args.SourceStep, args.SourcePatchStep) = (_pitch, width.Patch * _pitch);
        (args.TargetStep, args.TargetPatchStep) = (isLast ? pointStep : (nint)lines * length, channels);
        (args.Patches, args.Length) = (patches, channels);
        for (int line = 0; line < lines; line++)
        {
            (int z, int y) = Math.DivRem(line, height.Window);
            args.Source = ref Unsafe.Add(ref source, (nint)((z * box.Height.Inputs) + y) * box.Width.Inputs * _pitch);
            args.Target = ref isLast ? ref target : ref _columns[line * length];
            if (width.Taps == 1)
            {
                CopyPatches(args);
            }
            else
            {
                _transforms.Inputs(args);
            }
        }

        args = height.Arguments(ref source, ref target);
        (args.Patches, args.Length, args.SourceStep) = (1, length, length);
        args.TargetStep = hasSlices ? (nint)width.Points * depth.Window * length : width.Points * pointStep;
        for (int line = 0; line < width.Points * depth.Window && hasRows; line++)
        {
            args.Source = ref _columns[line * height.Window * length];
            args.Target = ref hasSlices ? ref _rows[line * length] : ref Unsafe.Add(ref target, line * pointStep);
            _transforms.Inputs(args);
        }

        Span<Element> slices = hasRows ? _rows : _columns;
        int points = height.Points * width.Points;
        args = depth.Arguments(ref source, ref target);
        (args.Patches, args.Length, args.SourceStep, args.TargetStep) = (1, length, length, points * pointStep);
        for (int line = 0; line < points && hasSlices; line++)
        {
            args.Source = ref slices[line * depth.Window * length];
            args.Target = ref Unsafe.Add(ref target, line * pointStep);
            _transforms.Inputs(args);
        }
    }

    private static void CopyPatches(in TransformArguments args)
    {
        for (int patch = 0; patch < args.Patches; patch++)
        {
            ref Element source = ref Unsafe.Add(ref args.Source, patch * args.SourcePatchStep);
            ref Element target = ref Unsafe.Add(ref args.Target, patch * args.TargetPatchStep);
            ShortCopy.Copy(ref source, ref target, (int)args.Length);
        }
    }

    /// <summary>How much is transformed at a time.</summary>
    /// <param name="Patches">Neighbouring patches; several only with all their channels.</param>
    /// <param name="Channels">Channels, of each half.</param>
    /// <param name="Copy">Elements after an axis.</param>
    private readonly record struct StageSize(int Patches, int Channels, long Copy)
    {
        public static StageSize For(WinogradPacking packing, Extent box)
        {
            const int vector = WinogradPacking.VectorChannels;
            WinogradShape shape = packing.Shape;
            int least = packing.Halves;
            int channels = packing.ProductPitch;
            long inputs = (long)shape.Depth.Window * Math.Max(shape.Height.Window, shape.Height.Points);
            long vectors = shape.Width.Points * Math.Max(inputs, (long)shape.Depth.Points * shape.Height.Points);
            // Little beside what the box takes anyway: boxes of a patch have nothing else to give up.
            long most = Math.Min(MostElements, Workspace.TransformedIn(packing, box) / 4);
            if (vectors * channels * least > most)
            {
                channels = (int)Math.Clamp(most / (vectors * least) / vector * vector, vector, channels);
                return new StageSize(least, channels, vectors * channels * least);
            }

            int patches = (int)Math.Min(most / (vectors * channels), Math.Max(box.Width, least)) / least * least;
            return new StageSize(patches, channels, vectors * channels * patches);
        }
    }
}
