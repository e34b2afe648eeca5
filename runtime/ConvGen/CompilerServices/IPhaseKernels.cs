namespace ConvGen.CompilerServices;

/// <summary>The emitted kernels of one configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPhaseKernels
{
    /// <summary>The order in which the kernels meet the taps.</summary>
    static abstract TapOrder Order { get; }

    /// <summary>Runs the kernel of a phase; phases with taps are counted row-major over the axes.</summary>
    /// <typeparam name="TTile">The register tile.</typeparam>
    static abstract void Run<TTile>(int phase, in KernelArguments args)
        where TTile : struct, ITile;

    /// <summary>Runs the kernel of a phase for outputs that meet some of its taps, of several.</summary>
    /// <typeparam name="TTile">The register tile.</typeparam>
    static virtual void RunBorder<TTile>(int phase, in KernelArguments args)
        where TTile : struct, ITile => throw new NotSupportedException();

    /// <summary>Runs the kernel of a single tap.</summary>
    /// <typeparam name="TTile">The register tile.</typeparam>
    static virtual void RunTap<TTile>(in KernelArguments args)
        where TTile : struct, ITile => throw new NotSupportedException();

    /// <summary>
    /// Runs the kernel of interleaved phases; they are counted row-major over those of depth, height and width.
    /// </summary>
    /// <typeparam name="TTile">The register tile.</typeparam>
    static abstract void RunInterleaved<TTile>(int number, in KernelArguments args)
        where TTile : struct, IInterleavedTile;

    /// <summary>Of planes, runs the kernel of interleaved phases whose weights stay in registers; emitted where the layer may have such planes.</summary>
    static virtual void RunPlanes<TSimd, TVector>(int number, in PlaneArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Of planes, runs the kernel whose lanes are neighbouring outputs.</summary>
    static virtual void RunLines<TSimd, TVector>(in LineArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Of a fast form, transforms inputs of patches along an axis; emitted where the layer may take one, as are the others below.</summary>
    static virtual void TransformInputs<TSimd, TVector>(in TransformArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Transforms products of patches along an axis but the last.</summary>
    static virtual void TransformOutputs<TSimd, TVector>(in TransformArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Transforms products of a row of patches along the last axis and writes its outputs.</summary>
    static virtual void WriteOutputs<TSimd, TVector>(in TransformArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Transforms a row of inputs, patches as lanes.</summary>
    static virtual void TransformLaneInputs<TSimd, TVector>(in LaneArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Transforms products of a block of patches, which are lanes, and writes their outputs.</summary>
    static virtual void WriteLaneOutputs<TSimd, TVector>(in LaneArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>
    /// Of Strassen's scheme, makes the inputs of its products from a patch and the next, which lies <paramref name="toNext"/> elements on, or 0
    /// where there is none: from <paramref name="length"/> channels of each half.
    /// </summary>
    static virtual void SchemeInputs<TSimd, TVector>(
        ref Element first, ref Element second, nint toNext, nint length, ref Element products, nint productStep)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Makes the outputs of a patch and the next from the products.</summary>
    static virtual void SchemeOutputs<TSimd, TVector>(
        ref Element products, nint productStep, ref Element first, ref Element second, nint toNext, nint length)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Something follows the bias.</summary>
    static virtual bool HasEpilogue => false;

    /// <summary>Applies what follows the bias to outputs of a channel.</summary>
    static virtual void Finish<TSimd, TVector>(in EpilogueArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => throw new NotSupportedException();

    /// <summary>Transforms weights along an axis, as they are packed.</summary>
    static virtual void TransformWeights(in WeightArguments args) => throw new NotSupportedException();
}
