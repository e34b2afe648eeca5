using ConvGen.CompilerServices;

// What SimdLevelTests starts under other environments.
Console.WriteLine(SimdSupport.Widest);
