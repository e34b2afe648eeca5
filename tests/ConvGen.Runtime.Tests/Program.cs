using ConvGen.CompilerServices;
using ConvGen.Runtime.Tests;

// What tests start under other environments: SimdLevelTests without arguments, CallersTests with some.
switch (args)
{
    case [BitsProgram.AllForms]:
        Array.ForEach(BitsProgram.DigestsOfAllForms(), Console.WriteLine);
        break;
    case [BitsProgram.Starved, var form]:
        BitsProgram.Starve(Enum.Parse<ThreadedForm>(form));
        break;
    default:
        Console.WriteLine(SimdSupport.Widest);
        break;
}
