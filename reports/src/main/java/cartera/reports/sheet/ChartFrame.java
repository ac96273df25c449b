package cartera.reports.sheet;

/** Where a chart stands: from the top left corner of one cell to that of another. */
public record ChartFrame(int left, int top, int right, int bottom) {}
