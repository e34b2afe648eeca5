//   length   100000q        0 @ q
//   length   100000q + 1    1 @ q
//   length   100000q + 2    2 @ q
//   length   100000q + 3    3 @ q
//   length   100000q + 4    4 @ q
//   length   100000q + 5    5 @ q
//   length   100000q + 6    6 @ q
//   length   100000q + 7    7 @ q
//   length   100000q + 8    8 @ q
//   length   100000q + 9    9 @ q
//   length   100000q + 10   10 @ q
//   length   100000q + 11   11 @ q
//   length   100000q + 12   12 @ q
//   length   100000q + 13   13 @ q
//   length   100000q + 14   14 @ q
//   length   100000q + 15   15 @ q
//   length   100000q + 16   16 @ q
//   length   100000q + 17   17 @ q
//   length   100000q + 18   18 @ q
//   length   100000q + 19   19 @ q
//   length   100000q + 20   20 @ q
//   length   100000q + 21   21 @ q
//   length   100000q + 22   22 @ q
//   length   100000q + 23   23 @ q
//   length   100000q + 24   24 @ q
//   length   100000q + 25   25 @ q
//   length   100000q + 26   26 @ q
//   length   100000q + 27   27 @ q
//   length   100000q + 28   28 @ q
//   length   100000q + 29   29 @ q
//   length   100000q + 30   30 @ q
//   length   100000q + 31   31 @ q
//   length   ... and 8 phases more
//   length   99960 other offsets of 100000 without a kernel element: the bias alone
namespace ConvGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::ConvGen.CompilerServices;

    [global::System.CodeDom.Compiler.GeneratedCode("ConvGen", "{version}")]
    file readonly struct Up_Kernels : IPhaseKernels
    {
        // Outputs at length 100000q: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase0<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [0]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 1: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase1<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [1]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 2: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase2<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [2]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 3: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase3<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [3]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 4: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase4<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [4]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 5: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase5<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [5]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 6: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase6<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [6]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 7: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase7<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [7]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 8: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase8<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [8]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 9: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase9<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [9]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 10: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase10<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [10]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 11: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase11<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [11]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 12: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase12<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [12]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 13: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase13<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [13]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 14: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase14<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [14]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 15: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase15<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [15]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 16: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase16<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [16]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 17: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase17<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [17]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 18: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase18<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [18]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 19: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase19<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [19]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 20: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase20<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [20]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 21: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase21<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [21]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 22: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase22<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [22]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 23: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase23<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [23]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 24: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase24<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [24]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 25: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase25<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [25]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 26: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase26<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [26]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 27: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase27<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [27]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 28: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase28<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [28]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 29: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase29<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [29]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 30: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase30<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [30]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 31: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase31<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [31]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 32: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase32<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [32]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 33: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase33<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [33]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 34: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase34<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [34]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 35: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase35<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [35]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 36: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase36<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [36]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 37: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase37<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [37]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 38: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase38<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [38]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        // Outputs at length 100000q + 39: 1 tap.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Phase39<TTile>(in KernelArguments args) where TTile : struct, ITile
        {
            nint channelStep = args.ChannelStep;
            for (int index = 0; index < args.Tiles; index++)
            {
                TTile tile = default;
                tile.Begin(in args, index);
                ref float x = ref args.Input;
                ref float w = ref args.Weights;
                for (int channel = args.Channels; channel > 0; channel--)
                {
                    tile.Tap(ref x, ref w, 0); // kernel [39]
                    x = ref Unsafe.Add(ref x, channelStep);
                    w = ref Unsafe.Add(ref w, 1 * TTile.WeightsPerTap);
                }

                tile.Store(in args, index);
            }
        }

        public static TapOrder Order => new TapOrder(3, new int[][]
        {
            new int[] { 0 },
            new int[] { 1 },
            new int[] { 2 },
            new int[] { 3 },
            new int[] { 4 },
            new int[] { 5 },
            new int[] { 6 },
            new int[] { 7 },
            new int[] { 8 },
            new int[] { 9 },
            new int[] { 10 },
            new int[] { 11 },
            new int[] { 12 },
            new int[] { 13 },
            new int[] { 14 },
            new int[] { 15 },
            new int[] { 16 },
            new int[] { 17 },
            new int[] { 18 },
            new int[] { 19 },
            new int[] { 20 },
            new int[] { 21 },
            new int[] { 22 },
            new int[] { 23 },
            new int[] { 24 },
            new int[] { 25 },
            new int[] { 26 },
            new int[] { 27 },
            new int[] { 28 },
            new int[] { 29 },
            new int[] { 30 },
            new int[] { 31 },
            new int[] { 32 },
            new int[] { 33 },
            new int[] { 34 },
            new int[] { 35 },
            new int[] { 36 },
            new int[] { 37 },
            new int[] { 38 },
            new int[] { 39 },
        }, new int[][]
        {
        });

        public static void Run<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile
        {
            switch (phase)
            {
                case 0: Phase0<TTile>(in args); break;
                case 1: Phase1<TTile>(in args); break;
                case 2: Phase2<TTile>(in args); break;
                case 3: Phase3<TTile>(in args); break;
                case 4: Phase4<TTile>(in args); break;
                case 5: Phase5<TTile>(in args); break;
                case 6: Phase6<TTile>(in args); break;
                case 7: Phase7<TTile>(in args); break;
                case 8: Phase8<TTile>(in args); break;
                case 9: Phase9<TTile>(in args); break;
                case 10: Phase10<TTile>(in args); break;
                case 11: Phase11<TTile>(in args); break;
                case 12: Phase12<TTile>(in args); break;
                case 13: Phase13<TTile>(in args); break;
                case 14: Phase14<TTile>(in args); break;
                case 15: Phase15<TTile>(in args); break;
                case 16: Phase16<TTile>(in args); break;
                case 17: Phase17<TTile>(in args); break;
                case 18: Phase18<TTile>(in args); break;
                case 19: Phase19<TTile>(in args); break;
                case 20: Phase20<TTile>(in args); break;
                case 21: Phase21<TTile>(in args); break;
                case 22: Phase22<TTile>(in args); break;
                case 23: Phase23<TTile>(in args); break;
                case 24: Phase24<TTile>(in args); break;
                case 25: Phase25<TTile>(in args); break;
                case 26: Phase26<TTile>(in args); break;
                case 27: Phase27<TTile>(in args); break;
                case 28: Phase28<TTile>(in args); break;
                case 29: Phase29<TTile>(in args); break;
                case 30: Phase30<TTile>(in args); break;
                case 31: Phase31<TTile>(in args); break;
                case 32: Phase32<TTile>(in args); break;
                case 33: Phase33<TTile>(in args); break;
                case 34: Phase34<TTile>(in args); break;
                case 35: Phase35<TTile>(in args); break;
                case 36: Phase36<TTile>(in args); break;
                case 37: Phase37<TTile>(in args); break;
                case 38: Phase38<TTile>(in args); break;
                case 39: Phase39<TTile>(in args); break;
            }
        }

        public static void RunBorder<TTile>(int phase, in KernelArguments args) where TTile : struct, ITile { }

        public static void RunInterleaved<TTile>(int number, in KernelArguments args) where TTile : struct, IInterleavedTile { }

        public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<Up_Kernels>(new LayerParameters
        {
            Kernel = new int[] { 40 },
            Stride = new int[] { 100000 },
            Padding = new int[] { 0 },
            OutputPadding = new int[] { 0 },
            Dilation = new int[] { 1 },
            Groups = 1,
        });
    }
}
namespace App
    partial class Up
        public const int KernelLength = 40, StrideLength = 100000, PaddingLength = 0, OutputPaddingLength = 0, DilationLength = 1;
        public const int Groups = 1;
