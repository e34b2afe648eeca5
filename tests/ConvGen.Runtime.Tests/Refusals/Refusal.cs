using System.Globalization;

namespace ConvGen.Runtime.Tests;

/// <summary>How a call must fail: the exact exception, the parameter that it names, its whole message.</summary>
internal sealed record Refusal
{
    private readonly Type _exception;
    private readonly string _parameter;
    private readonly string _message;

    private Refusal(Type exception, string parameter, string message) =>
        (_exception, _parameter, _message) = (exception, parameter, message);

    public static Refusal Argument(string parameter, string message) =>
        new(typeof(ArgumentException), parameter, $"{message} (Parameter '{parameter}')");

    public static Refusal OutOfRange(string parameter, int value, string message) => new(
        typeof(ArgumentOutOfRangeException),
        parameter,
        string.Create(CultureInfo.InvariantCulture, $"{message} (Parameter '{parameter}'){Environment.NewLine}Actual value was {value}."));

    public static Refusal Null(string parameter) =>
        new(typeof(ArgumentNullException), parameter, $"Value cannot be null. (Parameter '{parameter}')");

    /// <summary>Makes the call and compares.</summary>
    public void Of(Action call)
    {
        Exception? thrown = Record.Exception(call);

        Assert.NotNull(thrown);
        Assert.Equal((_exception, _message), (thrown.GetType(), thrown.Message));
        Assert.Equal(_parameter, ((ArgumentException)thrown).ParamName);
    }
}
