using System.CommandLine;
using ConvGen;
using ConvGen.Samples;
using Generate;
using SixLabors.ImageSharp;

const int Rows = 8;
const int Steps = 12;
int columns = GarmentGenerator.Classes.Count;

var seed = new Option<int>("--seed") { Description = "What the latent numbers are drawn by.", DefaultValueFactory = _ => 7 };
var only = new Option<string>("--class") { Description = "The one class of garments to draw; all ten without it." };
var folder = new Option<string>("--out") { Description = "The folder of the pictures.", DefaultValueFactory = _ => Path.Combine("artifacts", "generate") };
only.AcceptOnlyFromAmong([.. GarmentGenerator.Classes]);
var command = new RootCommand("Draws garments by a trained network of transposed convolutions.") { seed, only, folder };
command.SetAction(arguments => Run(
    new Random(arguments.GetValue(seed)), GarmentGenerator.Classes.ToList().IndexOf(arguments.GetValue(only) ?? ""), arguments.GetValue(folder)!));
return SampleProgram.Run(command, args);

int Run(Random random, int chosen, string target)
{
    using SafeTensors file = SafeTensors.Open(Path.Combine(AppContext.BaseDirectory, "fashion_generator.safetensors"));
    using SafeTensors expected = SafeTensors.Open(Path.Combine(AppContext.BaseDirectory, "fashion_generator_expected.safetensors"));
    var generator = new GarmentGenerator(file, batch: Rows * columns);

    // A row of all classes shares its latent numbers; of one class, every picture has its own.
    float[][] latents = [.. Enumerable.Range(0, chosen < 0 ? Rows : Rows * columns).Select(_ => Latent(random))];
    float[][] garments = [.. Enumerable.Range(0, Rows * columns).Select(i => chosen < 0
        ? GarmentGenerator.Input(latents[i / columns], i % columns)
        : GarmentGenerator.Input(latents[i], chosen))];
    // From the sneaker of the fifth row to the ankle boot of the first, or what stands in their places.
    float[][] walk = [.. Enumerable.Range(0, Steps).Select(step => Between(garments[(4 * columns) + 7], garments[9], step / (Steps - 1f)))];

    Directory.CreateDirectory(target);
    Sheet.Draw(generator.Generate(garments), columns).SaveAsPng(Path.Combine(target, "garments.png"));
    Sheet.Draw(generator.Generate(walk), Steps).SaveAsPng(Path.Combine(target, "walk.png"));
    foreach (int threads in (int[])[1, 2])
    {
        Measurement batch = generator.Measure(garments, threads);
        Console.WriteLine($"{threads} thread(s): {garments.Length / batch.Time.TotalSeconds:N0} images/s, {batch.AllocatedBytes} bytes allocated per call.");
    }

    float difference = PyTorchCheck.LargestDifference(generator, expected);
    Console.WriteLine($"Largest difference from PyTorch's images: {difference:G2}; accepted are {PyTorchCheck.Tolerance:G2}.");
    Console.WriteLine($"The pictures are in {target}.");
    return difference <= PyTorchCheck.Tolerance ? 0 : 1;
}

// Standard normal numbers, by Box and Muller.
static float[] Latent(Random random) => [.. Enumerable.Range(0, GarmentGenerator.Latents).Select(_ =>
    MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle()))];

static float[] Between(float[] from, float[] to, float share) => [.. from.Zip(to, (a, b) => a + (share * (b - a)))];
