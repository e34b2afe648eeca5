namespace ConvGen.Generator.Tests.Networks;

public class PlanningTests
{
    [Fact]
    public void Pieces_lie_in_their_concatenation_and_outputs_are_written_directly()
    {
        NetworkPlan plan = GraphText.Plan(Two().Node("y", "Concat", "a b", "axis i 1").Output("y"));

        Assert.Equal(2, plan.Running.Length);
        Assert.Equal(("y", 0), At(plan, "a"));
        Assert.Equal(("y", 4 * 64), At(plan, "b"));
        Assert.Empty(plan.Arena.Buffers);
    }

    [Fact]
    public void A_value_that_is_joined_twice_is_copied_once()
    {
        NetworkPlan plan = GraphText.Plan(Two().Node("y", "Concat", "a a", "axis i 1").Output("y"));

        Assert.Equal(["a", "y"], plan.Running.Select(step => step.Node.Output.Name));
        Assert.Equal(("y", 0), At(plan, "a"));
    }

    [Fact]
    public void Inputs_and_constants_are_copied_into_concatenations()
    {
        NetworkPlan plan = GraphText.Plan(Two().Weight("k", 1, 4, 8, 8).Node("y", "Concat", "x k a", "axis i 1").Output("y"));

        Assert.Equal(["a", "y", "y"], plan.Running.Select(step => step.Node.Output.Name));
        Assert.Equal(("y", 8 * 64), At(plan, "a"));
    }

    [Fact]
    public void Pieces_of_several_images_are_copied()
    {
        NetworkPlan plan = GraphText.Plan(
            new ModelText().Input("x", 2, 4, 8, 8).Node("a", "Relu", "x").Node("b", "Tanh", "x").Node("y", "Concat", "a b", "axis i 1").Output("y"));

        Assert.Equal(["a", "b", "y", "y"], plan.Running.Select(step => step.Node.Output.Name));
        Assert.Equal(2, plan.Arena.Buffers.Length);
    }

    [Fact]
    public void Views_and_parts_lie_in_the_whole()
    {
        NetworkPlan plan = GraphText.Plan(
            new ModelText().Input("x", 1, 4, 8, 8).List("flat", 1, 256).List("parts", 100, 156).Node("a", "Relu", "x").Node("v", "Reshape", "a flat")
                .Node("p q", "Split", "v parts", "axis i 1").Node("y", "Tanh", "p").Node("z", "Tanh", "q").Output("y").Output("z"));

        Assert.Equal(["a", "y", "z"], plan.Running.Select(step => step.Node.Output.Name));
        Assert.Equal(("a", 0), At(plan, "v"));
        Assert.Equal(("a", 100), At(plan, "q"));
    }

    [Fact]
    public void Buffers_that_live_at_once_do_not_overlap()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            NetworkPlan plan = GraphText.Plan(Drawn(new Random(seed)));
            ArenaBuffer[] buffers = plan.Arena.Buffers;
            Assert.True(plan.Arena.Length >= plan.Arena.LeastLength);
            for (int i = 0; i < buffers.Length; i++)
            {
                Assert.True(buffers[i].Length >= buffers[i].Value.Count);
                Assert.All(
                    buffers.Take(i).Where(other => other.First <= buffers[i].Last && buffers[i].First <= other.Last),
                    other => Assert.True(other.End <= buffers[i].Offset || buffers[i].End <= other.Offset));
            }

            AssertLives(plan);
        }
    }

    [Theory]
    [InlineData("The model leaves sizes of its input x open: (n, 4, ?, 8); give Input all of them")]
    [InlineData("Input gives axis 1 of the model's input x the length 3; legal is 4", 1, 3, 8, 8)]
    [InlineData("Input gives axis 0 of the model's input x the length 0; legal are lengths from 1", 0, 4, 8, 8)]
    [InlineData("Input gives axis 2 of the model's input x the length -8; legal are lengths from 1", 1, 4, -8, 8)]
    [InlineData("Input has 3 lengths; the inputs of the model have 4 axes in all", 1, 4, 8)]
    [InlineData("Input has 5 lengths; the inputs of the model have 4 axes in all", 1, 4, 8, 8, 1)]
    public void Wrong_sizes_are_refused(string message, params int[] sizes) =>
        Refuses(message, new ModelText().Input("x", "?n", 4, "?", 8).Node("y", "Relu", "x").Output("y"), sizes);

    [Fact]
    public void Sizes_that_are_too_large_are_refused()
    {
        ModelText model = new ModelText().Input("x", "?", 1, "?", "?").Weight("w", 1, 1, 2, 2).Node("y", "ConvTranspose", "x w", "strides is 2 2").Output("y");

        Refuses("x has the shape (1, 1, 2147483647, 2); inputs and outputs have at most eight axes and fewer than 2^31 - 1 elements", model, 1, 1, int.MaxValue, 2);
        Refuses("ConvTranspose node y would make (1, 1, 60000, 60000), which is no shape or too large", model, 1, 1, 30_000, 30_000);
    }

    [Theory]
    [InlineData("The model gives axis 1 of its input x the length 0; legal are lengths from 1", 1, 0)]
    [InlineData("The manifest of the model is damaged; build the project anew", 1, 3_000_000_000)]
    [InlineData("The model does not say how many axes its input x has", "*")]
    public void Models_of_wrong_sizes_are_refused(string message, params object[] shape) =>
        Refuses(message, new ModelText().Input("x", shape).Node("y", "Relu", "x").Output("y"));

    [Fact]
    public void Missing_operators_are_named_at_once() =>
        Refuses(
            "The network has operators that are not supported: NonZero (node a, b), Dream (node y)",
            new ModelText().Input("x", 1, 4).Node("a", "NonZero", "x").Node("b", "NonZero", "x").Node("y", "Dream", "a b").Output("y"));

    [Fact]
    public void Outputs_that_are_inputs_or_constants_are_copied()
    {
        Assert.Equal("Movement.Copy", Copied(new ModelText().Input("x", 1, 4).Output("x")));
        Assert.Equal("Movement.Copy", Copied(new ModelText().Input("x", 1, 4).Weight("k", 4).Output("k")));

        static string Copied(ModelText model) => Assert.IsType<CallStep>(Assert.Single(GraphText.Plan(model).Running)).Call.Method;
    }

    // Nothing that a later step reads is written over meanwhile.
    private static void AssertLives(NetworkPlan plan)
    {
        for (int step = 0; step < plan.Running.Length; step++)
        {
            Assert.All(
                plan.Running[step].Reads.Concat(plan.Running[step].Writes)
                    .SelectMany(value => plan.Arena.Buffers.Where(buffer => buffer.Value == plan.Storage.Find(value).Root)),
                buffer => Assert.InRange(step, buffer.First, buffer.Last));
        }
    }

    private static ModelText Two() => ModelText.Conv().Node("a", "Relu", "c").Node("b", "Tanh", "x");

    private static ModelText Drawn(Random random)
    {
        ModelText model = new ModelText().Input("v0", 1, 4, 8, 8);
        int[] channels = new int[21];
        channels[0] = 4;
        for (int i = 1; i < channels.Length; i++)
        {
            (int first, int second) = (random.Next(i), random.Next(i));
            bool isJoined = channels[first] + channels[second] < 200 && random.Next(3) == 0;
            channels[i] = isJoined ? channels[first] + channels[second] : channels[first];
            model = isJoined ? model.Node($"v{i}", "Concat", $"v{first} v{second}", "axis i 1") : model.Node($"v{i}", "Softmax", $"v{first}", "axis i 1");
        }

        return model.Node("y", "Relu", "v20").Output("y").Output("v19");
    }

    private static (string Root, int Offset) At(NetworkPlan plan, string name)
    {
        IEnumerable<GraphValue> values = plan.Graph.Nodes.SelectMany(node => node.Inputs.Concat(node.Outputs)).OfType<GraphValue>();
        (GraphValue root, int offset) = plan.Storage.Find(values.First(value => value.Name == name));
        return (root.Name, offset);
    }

    private static void Refuses(string message, ModelText model, params int[] sizes) =>
        Assert.Equal(message, Assert.Throws<NetworkException>(() => GraphText.Plan(model, sizes)).Message);
}
