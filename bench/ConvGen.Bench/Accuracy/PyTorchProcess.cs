using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ConvGen.Bench.Peers;
using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>A Python process that runs pytorch.py: lines of JSON, and floats as they lie in memory, through its standard streams.</summary>
internal sealed class PyTorchProcess : IDisposable
{
    private const string Accepted = "ok";

    private static readonly string s_script = Path.Combine(AppContext.BaseDirectory, "Accuracy", "pytorch.py");

    private readonly Process _process;
    private readonly Stream _requests;
    private readonly Stream _answers;

    private PyTorchProcess(Process process)
    {
        _process = process;
        (_requests, _answers) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        Version = ReadLine();
    }

    /// <summary>PyTorch's version; empty if the interpreter has no PyTorch.</summary>
    public string Version { get; }

    /// <summary>Starts an interpreter; null if it is not there, or has no PyTorch.</summary>
    public static PyTorchProcess? Start(string interpreter)
    {
        var start = new ProcessStartInfo(interpreter, [s_script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            var process = new PyTorchProcess(Process.Start(start)!);
            if (process.Version.Length > 0)
            {
                return process;
            }

            process.Dispose();
        }
        catch (Win32Exception)
        {
            // There is no such program.
        }

        return null;
    }

    /// <summary>Computes a layer.</summary>
    /// <exception cref="PeerRefusedException">PyTorch does not compute it.</exception>
    public void Compute(LayerData data, int threads, Span<float> output)
    {
        LayerCase layer = data.Layer;
        var request = new
        {
            threads,
            x = layer.InputShape,
            w = layer.WeightShape,
            b = data.Bias.Length,
            stride = layer.S,
            padding = layer.P,
            output_padding = layer.Op,
            dilation = layer.D,
            groups = layer.G,
        };
        _requests.Write(JsonSerializer.SerializeToUtf8Bytes(request));
        _requests.WriteByte((byte)'\n');
        foreach (AlignedFloats array in (AlignedFloats[])[data.Input, data.Weight, data.Bias])
        {
            _requests.Write(MemoryMarshal.AsBytes(array.Span));
        }

        _requests.Flush();
        string answer = ReadLine();
        if (answer != Accepted)
        {
            throw answer.Length == 0 ? new EndOfStreamException("pytorch.py has ended.") : new PeerRefusedException(answer);
        }

        _answers.ReadExactly(MemoryMarshal.AsBytes(output));
    }

    public void Dispose()
    {
        // At the end of its input the script ends.
        _requests.Dispose();
        _process.WaitForExit();
        _process.Dispose();
    }

    // Byte by byte: what follows the line is not text.
    private string ReadLine()
    {
        var line = new List<byte>();
        for (int next = _answers.ReadByte(); next >= 0 && next != '\n'; next = _answers.ReadByte())
        {
            line.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
