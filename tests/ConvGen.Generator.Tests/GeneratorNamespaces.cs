extern alias generator;

global using generator::ConvGen.Generator;
global using generator::ConvGen.Generator.Diagnostics;
global using generator::ConvGen.Generator.Emission;
global using generator::ConvGen.Generator.Model;
global using generator::ConvGen.Generator.Networks.Emission;
global using generator::ConvGen.Generator.Networks.Graph;
global using generator::ConvGen.Generator.Networks.Parsing;
global using generator::ConvGen.Generator.Networks.Planning;
global using generator::ConvGen.Generator.Parsing;
global using generator::ConvGen.Generator.Planning;
global using generator::ConvGen.Geometry;
global using generator::ConvGen.Rules;
global using generator::ConvGen.Tiles;
global using RequestedAlgorithm = generator::ConvGen.Algorithm;
