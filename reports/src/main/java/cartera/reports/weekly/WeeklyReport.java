package cartera.reports.weekly;

import cartera.reports.Metrics;
import cartera.reports.Palette;
import cartera.reports.ReportIdentity;
import cartera.reports.Table;
import cartera.reports.sheet.Book;
import cartera.reports.sheet.Page;
import cartera.reports.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The weekly report of one run: one workbook and up to four pictures in each language, all from the same tables. The same input gives the same bytes in any zone and locale.
 *
 * <p>Tables that it reads: {@code reports.metric_value, metric_cause, customer_week, revenue_bridge, silent_customer, segment_summary, segment_move, cohort, data_check, input_file, fact,
 * value_tier, customer_move, vip_change, stability, loyalty, at_risk, forecast_week, forecast_month,
 * forecast_part, forecast_finding, forecast_origin, forecast_record_summary}, and {@code scores.churn_evaluation, churn_calibration}. One that is absent reads as empty, and the report says what is missing.
 */
public final class WeeklyReport {

    /** Name and version of the layout, a property of each document. */
    static final String SCHEMA = "director-weekly/1";

    private final WeeklyData data;

    public WeeklyReport(List<Table> tables, Metrics metrics, ReportIdentity identity) {
        this.data = new WeeklyData(tables, metrics, identity);
    }

    /**
     * Writes the workbook into a folder, named after company, week and language.
     *
     * @return the file
     */
    public Path writeWorkbook(Language language, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(data.identity().fileName("weekly", language.code()) + ".xlsx");
        Book book = book(language.withCurrency(data.currency()));
        book.write(file, data.identity().dataAt());
        return file;
    }

    /**
     * Writes the pictures for which there are data: revenue by week, the bridge from the previous week, the fan of the forecast, and how past forecasts came true.
     *
     * @return the files
     */
    public List<Path> writePictures(Language language, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new WeeklyPictures(data, language.withCurrency(data.currency())).write(folder);
    }

    /** The workbook before it is written. */
    Book book(Language language) {
        Book book = new Book();
        Frame frame = new Frame(data, language, book);
        Page summary = book.page(language.word("sheet.summary"), Palette.INK);
        Page forecast = book.page(language.word("sheet.forecast"), Palette.TAB);
        Page risk = book.page(language.word("sheet.risk"), Palette.BAD);
        Page segments = book.page(language.word("sheet.segments"), Palette.TAB);
        Page cohorts = book.page(language.word("sheet.cohorts"), Palette.TAB);
        Page quality = book.page(language.word("sheet.quality"), Palette.MUTED);
        Page definitions = book.page(language.word("sheet.definitions"), Palette.MUTED);
        SeriesSheet series = new SeriesSheet(frame, book.page(language.word("sheet.series"), Palette.PREVIOUS));
        frame.anchor("summary", summary, 0, 0);
        series.drawHead();
        // what Summary links to and quotes is drawn before it
        new ForecastSheet(frame, forecast, series).draw();
        new RiskSheet(frame, risk).draw();
        new SegmentsSheet(frame, segments).draw();
        new CohortsSheet(frame, cohorts).draw();
        new QualitySheet(frame, quality).draw();
        new DefinitionsSheet(frame, definitions).draw(series.page().name());
        new SummarySheet(frame, summary, series).draw();
        series.drawQuotes();
        book.hide(series.page());
        properties(book, language);
        return book;
    }

    private void properties(Book book, Language language) {
        book.describe(data.identity().fileName("weekly", language.code()), SCHEMA);
        book.property("schema", SCHEMA);
        book.property("run_id", data.identity().runId());
        book.property("as_of", data.identity().asOf().toString());
        book.property("data_at", data.identity().dataAt().toString());
        book.property("period", data.identity().week());
        book.property("language", language.tag());
        book.property("currency", language.currency());
    }
}
