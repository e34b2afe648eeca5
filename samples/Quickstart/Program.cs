using Quickstart;

// Every layer below is an attribute in Layers.cs; the code that runs was written by ConvGen at compile time.
Example.Show("1-D, kernel [1, 2, 3]", "Full", [1, 0, 1, 1, 0, 1, 0], [1, 7], [1, 2, 3], [1, Full.OutputSize(7)], Full.Forward);
Example.Show("the same, ordinary", "Sliding", [1, 0, 1, 1, 0, 1, 0], [1, 7], [1, 2, 3], [1, Sliding.OutputSize(7)], Sliding.Forward);
Example.Show("1-D, kernel [1, 2, 1]", "Full", [1, 0, 1, 1, 0, 1, 0], [1, 7], [1, 2, 1], [1, Full.OutputSize(7)], Full.Forward);
Example.Show("1-D, kernel [1, 2, 3], stride 2", "Spread", [2, 3], [1, 2], [1, 2, 3], [1, Spread.OutputSize(2)], Spread.Forward);

(int height, int width) = Up.OutputSize(2, 2);
Example.Show("2-D, stride 2", "Up", [1, 2, 3, 4], [1, 2, 2], [1, 1, 1, 0, 0, 0, -1, -1, -1], [1, height, width], Up.Forward);
(height, width) = Cropped.OutputSize(2, 2);
Example.Show("2-D, stride 2, padding 1", "Cropped", [1, 2, 3, 4], [1, 2, 2], [1, 1, 1, 0, 0, 0, -1, -1, -1], [1, height, width], Cropped.Forward);

Console.WriteLine("Output sizes, (in - 1)s - 2p + k:");
Console.WriteLine($"  Full     in 7, k 3, s 1, p 0: {Full.OutputSize(7)}");
Console.WriteLine($"  Spread   in 2, k 3, s 2, p 0: {Spread.OutputSize(2)}");
Console.WriteLine($"  Inner    in 4, k 3, s 1, p 2: {Inner.OutputSize(4)}");
Console.WriteLine();
Console.WriteLine("Phases of Up, from the head of its generated file:");
PhaseTable.Print("Up");
