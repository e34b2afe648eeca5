using System.CommandLine;
using ConvGen.Samples;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Upscale;

var input = new Argument<string?>("in.png")
{
    Description = "The picture to enlarge; without one, the sample enlarges its own in every way and measures that",
    Arity = ArgumentArity.ZeroOrOne,
};
var output = new Argument<string?>("out.png")
{
    Description = "Where the enlarged picture goes",
    Arity = ArgumentArity.ZeroOrOne,
};
var scale = new Option<int>("--scale")
{
    Description = "2, 3 or 4",
    DefaultValueFactory = _ => 2,
    CustomParser = result =>
    {
        if (!int.TryParse(result.Tokens[0].Value, out int value) || !Upscaler.Scales.Contains(value))
        {
            result.AddError($"--scale is 2, 3 or 4, not '{result.Tokens[0].Value}'.");
        }

        return value;
    },
};
var kernel = new Option<Interpolation>("--kernel")
{
    Description = "bilinear or bicubic",
    DefaultValueFactory = _ => Interpolation.Bicubic,
    CustomParser = result =>
    {
        string name = result.Tokens[0].Value;
        if (!Enum.GetNames<Interpolation>().Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            result.AddError($"--kernel is bilinear or bicubic, not '{name}'.");
            return default;
        }

        return Enum.Parse<Interpolation>(name, ignoreCase: true);
    },
};
var folder = new Option<string>("--folder")
{
    Description = "Where the sample's own pictures go",
    DefaultValueFactory = _ => Path.Combine("artifacts", "upscale"),
};
var command = new RootCommand("Enlarges pictures with depthwise transposed convolutions.") { input, output, scale, kernel, folder };
command.Validators.Add(result =>
{
    string? source = result.GetValue(input);
    string? target = result.GetValue(output);
    if (source is ['-', ..])
    {
        result.AddError($"There is no option '{source}'.");
    }
    else if (source is "" || result.GetValue(folder) is "")
    {
        result.AddError("A file name is empty.");
    }
    else if (source is not null && target?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) != true)
    {
        result.AddError("After the picture to read, name the one to write, ending in .png.");
    }
});
command.SetAction(result =>
{
    if (result.GetValue(input) is { } source)
    {
        var upscaler = new Upscaler(result.GetValue(kernel), result.GetValue(scale));
        using Image<Rgba32> picture = PngFile.Read(source);
        using Image<Rgba32> enlarged = upscaler.Upscale(picture);
        PngFile.Write(enlarged, result.GetValue(output)!);
    }
    else
    {
        Demonstration.Run(result.GetValue(folder)!);
    }
});

return SampleProgram.Run(command, args);
