namespace ConvGen.Build.Tests;

/// <summary>Names of a model are data: they end no line and no word of a manifest, of weights, or of a message.</summary>
public class InjectionTests
{
    public static TheoryData<string> Names =>
    [
        "a b", "a\nnode Evil % %", "a\r\nb", "a\tb", "\"", "\\", "*/ int x;", "// ", "\0", "%", "%41", "?", "*", "=", "-", "#", "ß", "\u2028", "\u202E", "😀", "{0}", "$(Path)", ";", "../x",
        new string('é', 2000),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_come_back_as_they_were(string name)
    {
        ModelProto model = Models.Small();
        model.Graph.Name = model.ProducerName = name;
        model.Graph.Node[0].Name = name;
        model.Graph.Node[0].OpType = name;
        model.Graph.Node[0].Attribute[0].Name = name;
        model.Graph.Node[0].Attribute[2].S = Models.Utf8(name);
        model.Graph.Node[0].Input[1] = model.Graph.Initializer[0].Name = model.Graph.Input[1].Name = name;
        model.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimParam = name;
        ModelConversion conversion = Models.Convert(model);

        Assert.Equal(Models.Convert(Models.Small()).Manifest.Split('\n').Length, conversion.Manifest.Split('\n').Length);
        Assert.All(conversion.Manifest, static c => Assert.InRange(c, '\n', '~'));
        Assert.Equal(name + "  " + name, Read(Models.Records(conversion.Manifest, "node")[0]));
        Assert.Equal("image " + name, Read(Models.Records(conversion.Manifest, "in")[0]));
        Assert.Equal(name + " s " + name, Read(Models.Records(conversion.Manifest, "attr")[0].Split(' ')[0] + " s " + Models.Records(conversion.Manifest, "attr")[2].Split(' ')[2]));
        Assert.StartsWith(name + " float32 4 4 3 1 1", Read(Models.Records(conversion.Manifest, "tensor")[0]), StringComparison.Ordinal);
        Assert.Contains(name, Weights.Of(conversion).Names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Messages_stay_on_one_line(string name)
    {
        ModelProto model = Models.Small();
        model.Graph.Initializer[0].Name = name;
        model.Graph.Initializer.Add(model.Graph.Initializer[0]);
        string message = Assert.Throws<ModelException>(() => Models.Convert(model)).Message;

        Assert.DoesNotContain(message, char.IsControl);
        Assert.DoesNotContain('\u202E', message);
        Assert.InRange(message.Length, 1, 700);
    }

    [Fact]
    public void Text_of_attributes_need_not_be_utf8()
    {
        ModelProto model = Models.Small();
        model.Graph.Node[0].Attribute[2].S = Google.Protobuf.ByteString.CopyFrom(0xFF, 0x00, 0x41);

        Assert.Equal("auto_pad s %FF%00A", Models.Records(Models.Convert(model).Manifest, "attr")[2]);
    }

    // A lone % is no text; %XX are bytes.
    private static string Read(string record) =>
        string.Join(' ', record.Split(' ').Select(static word => word == "%" ? "" : Uri.UnescapeDataString(word)));
}
