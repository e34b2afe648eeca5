namespace ConvGen.Fuzz.Files;

/// <summary>The formats of weight files.</summary>
public enum FileFormat
{
    SafeTensors,
    Npy,
    Npz,
}
