using System.Collections;
using Google.Protobuf;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ConvGen.Build.Tests;

/// <summary>The task as MSBuild calls it.</summary>
public sealed class TaskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Manifest_weights_and_stamp_are_written_once()
    {
        TaskItem model = Model("a/small.onnx");
        Assert.True(Run(false, model));
        Assert.Equal(["models.stamp", "small.onnx.convgen", "small.onnx.safetensors"], Outputs());
        DateTime[] times = Times();

        Assert.True(Run(false, model));
        Assert.Equal(times, Times());

        File.WriteAllBytes(model.GetMetadata("FullPath"), Models.OfTensor(new TensorProto { Name = "t", DataType = 1, FloatData = { 1 } }).ToByteArray());
        Assert.True(Run(false, model));
        Assert.All(times.Zip(Times()), static pair => Assert.True(pair.First < pair.Second));
        Assert.Equal(["models.stamp", "small.onnx.convgen", "small.onnx.safetensors"], Outputs());
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void Error_is_at_the_model_and_leaves_what_was_there()
    {
        TaskItem model = Model("a/small.onnx");
        Assert.True(Run(false, model));
        DateTime[] times = Times();
        File.Delete(_folder.File("out/models.stamp"));
        File.WriteAllText(model.GetMetadata("FullPath"), "text");

        Assert.False(Run(false, model));
        BuildErrorEventArgs error = Assert.Single(_engine.Errors);
        Assert.Equal(("CGM002", model.GetMetadata("FullPath"), "models.md"), (error.Code, error.File, error.HelpLink));
        Assert.Equal("This is no ONNX model but a text file", error.Message);
        Assert.Equal(times, Times());
        Assert.Equal(["small.onnx.convgen", "small.onnx.safetensors"], Outputs());
    }

    [Fact]
    public void Editors_are_told_by_a_message_and_the_others_are_converted()
    {
        TaskItem broken = Model("a/broken.onnx");
        File.WriteAllText(broken.GetMetadata("FullPath"), "");

        Assert.True(Run(true, broken, Model("b/small.onnx"), new TaskItem(_folder.File("missing.onnx"))));
        Assert.Empty(_engine.Errors);
        Assert.Equal(["CGM002", "CGM001"], _engine.Messages.Select(static message => message.Code).Where(static code => code is not null));
        Assert.Equal(["small.onnx.convgen", "small.onnx.safetensors"], Outputs());
    }

    [Theory]
    [InlineData("b/small.onnx")]
    [InlineData("b/SMALL.onnx")]
    public void Two_models_of_one_name_are_refused(string other)
    {
        (TaskItem first, TaskItem second) = (Model("a/small.onnx"), Model(other));
        Assert.False(Run(false, first, second));
        Assert.Equal("CGM007", Assert.Single(_engine.Errors).Code);
        Assert.Contains(first.ItemSpec, _engine.Errors[0].Message, StringComparison.Ordinal);

        second.SetMetadata("Name", "other");
        Assert.True(Run(false, first, second));
        Assert.Contains("other.convgen", Outputs());
        Assert.StartsWith("other ", Models.Records(File.ReadAllText(_folder.File("out/other.convgen")), "model").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "../x")]
    [InlineData("Name", "a\\b")]
    [InlineData("Name", "..")]
    [InlineData("Name", "a\nb")]
    [InlineData("Name", "c:")]
    [InlineData("Name", "CON")]
    [InlineData("Name", "nul.onnx")]
    [InlineData("Name", "Com1.x.onnx")]
    [InlineData("Name", "lpt9 .onnx")]
    [InlineData("Weights", "file")]
    [InlineData("Weights", "None")]
    public void Illegal_metadata_are_refused(string metadata, string value)
    {
        TaskItem model = Model("small.onnx");
        model.SetMetadata(metadata, value);

        Assert.False(Run(false, model));
        Assert.Equal("CGM008", Assert.Single(_engine.Errors).Code);
        Assert.StartsWith(metadata + " is ", _engine.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console.onnx")]
    [InlineData("com10")]
    [InlineData("a.nul")]
    public void Names_that_only_look_like_devices_are_legal(string name)
    {
        TaskItem model = Model("small.onnx");
        model.SetMetadata("Name", name);

        Assert.True(Run(false, model));
        Assert.Contains(name + ".convgen", Outputs());
    }

    [Fact]
    public void Stamp_lists_the_other_files()
    {
        TaskItem item = Model("a/small.onnx");
        File.WriteAllBytes(_folder.File("a/data"), new byte[4]);
        ModelProto model = Models.OfTensor(new TensorProto { Name = "t", DataType = 1, DataLocation = TensorProto.Types.DataLocation.External });
        model.Graph.Initializer[0].ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "data" });
        File.WriteAllBytes(item.GetMetadata("FullPath"), model.ToByteArray());

        Assert.True(Run(false, item));
        Assert.Equal([_folder.File("a/data")], File.ReadAllLines(_folder.File("out/models.stamp")));
    }

    [Fact]
    public void Folder_that_cannot_be_written_is_an_error()
    {
        File.WriteAllText(_folder.File("out"), "a file");

        Assert.False(Run(false, Model("small.onnx")));
        Assert.Equal("CGM001", Assert.Single(_engine.Errors).Code);
    }

    private bool Run(bool designTime, params ITaskItem[] models)
    {
        _engine.Errors.Clear();
        return new ModelTask
        {
            BuildEngine = _engine,
            Models = models,
            Folder = _folder.File("out"),
            Stamp = _folder.File("out/models.stamp"),
            HelpLink = "models.md",
            DesignTime = designTime,
        }.Execute();
    }

    private TaskItem Model(string name)
    {
        string path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Models.Small().ToByteArray());
        return new TaskItem(path);
    }

    private string[] Outputs() => [.. Directory.GetFiles(_folder.File("out")).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private DateTime[] Times() => [.. ((string[])["convgen", "safetensors"]).Select(kind => File.GetLastWriteTimeUtc(_folder.File("out/small.onnx." + kind)))];

    private sealed class Engine : IBuildEngine
    {
        public List<BuildErrorEventArgs> Errors { get; } = [];

        public List<BuildMessageEventArgs> Messages { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

        public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

        public void LogWarningEvent(BuildWarningEventArgs e)
        {
        }
    }
}
