namespace ConvGen.Generator.Networks.Graph;

/// <summary>What a value of a network holds. Integers of any width, and booleans as 0 and 1, are known when code is generated or are not computed.</summary>
internal enum ElementKind
{
    /// <summary>Numbers with a fraction: single precision at run time, whatever the model's width.</summary>
    Real,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Text, which no operator takes.</summary>
    Text,
}
