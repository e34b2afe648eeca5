using System.ComponentModel;

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

    /// <summary>
    /// Runs the kernel of interleaved phases; they are counted row-major over those of depth, height and width.
    /// </summary>
    /// <typeparam name="TTile">The register tile.</typeparam>
    static abstract void RunInterleaved<TTile>(int number, in KernelArguments args)
        where TTile : struct, IInterleavedTile;
}
