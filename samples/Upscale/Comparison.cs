namespace Upscale;

/// <summary>Pictures of one size side by side, each under its name.</summary>
internal static class Comparison
{
    private const int Gap = 8;
    private const int DotSize = 2;
    private const int TitleHeight = (PixelFont.Height * DotSize) + (2 * Gap);

    public static Picture SideBySide(params ReadOnlySpan<(string Name, Picture Picture)> panels)
    {
        (int panelWidth, int panelHeight) = (panels[0].Picture.Width, panels[0].Picture.Height);
        var sheet = new Picture((panels.Length * (panelWidth + Gap)) + Gap, TitleHeight + panelHeight + Gap);
        sheet.Rgba.AsSpan().Fill(byte.MaxValue);
        int left = Gap;
        foreach ((string name, Picture picture) in panels)
        {
            foreach ((int x, int y) in PixelFont.Dots(name))
            {
                Blacken(sheet, left + (x * DotSize), Gap + (y * DotSize));
            }

            sheet.Paste(picture, left, TitleHeight);
            left += panelWidth + Gap;
        }

        return sheet;
    }

    private static void Blacken(Picture sheet, int left, int top)
    {
        for (int dot = 0; dot < DotSize * DotSize; dot++)
        {
            sheet.Pixel(left + (dot % DotSize), top + (dot / DotSize))[..^1].Clear();
        }
    }
}
