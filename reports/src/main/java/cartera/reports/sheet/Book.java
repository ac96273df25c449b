package cartera.reports.sheet;

import cartera.reports.Value;
import cartera.reports.text.Mention;
import cartera.reports.text.Sentence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook being written. It remembers in which cell each {@link Value} stands and which values each sentence mentions, so that a finished file can prove that its sentences and cells agree.
 */
public final class Book {

    /** Where a value stands: in the cell it is {@code value / 10^power}. */
    public record Place(Page page, int row, int column, int power, Value value) {

        public String reference() {
            return page.reference(row, column);
        }
    }

    /** One number in one sentence: {@code cell} holds the text, {@code place} the number. */
    public record Quote(String cell, int position, Mention mention, Place place) {}

    private record Said(Page page, int row, int column, Sentence sentence) {}

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Said> said = new ArrayList<>();

    /** A new sheet; a name that is too long, or taken, is changed until it fits. */
    public Page page(String name, String tabColor) {
        String safe = unique(WorkbookUtil.createSafeSheetName(name));
        Page page = new Page(this, workbook.createSheet(safe));
        page.sheet().setTabColor(Styles.color(tabColor));
        pages.put(safe.toLowerCase(Locale.ROOT), page);
        return page;
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; pages.containsKey(candidate.toLowerCase(Locale.ROOT)); i++) {
            String ending = " " + i;
            candidate = name.substring(0, Math.min(name.length(), 31 - ending.length())) + ending;
        }
        return candidate;
    }

    /** Where the value of that id stands, if it has been written. */
    public Optional<Place> place(Value value) {
        return Optional.ofNullable(places.get(value.id()));
    }

    /** Where all values stand, in the order in which they were written. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /** All numbers of all sentences with the cells they quote. @throws IllegalStateException if a sentence has a number that stands in no cell */
    public List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (Said one : said) {
            List<Mention> mentions = one.sentence().mentions();
            for (int i = 0; i < mentions.size(); i++) {
                quotes.add(new Quote(
                        one.page().reference(one.row(), one.column()),
                        i + 1,
                        mentions.get(i),
                        quoted(one, mentions.get(i).value())));
            }
        }
        return quotes;
    }

    /** Values that sentences mention and that stand in no cell yet, by id: languages mention them in different orders. */
    public List<Value> unplaced() {
        Map<String, Value> missing = new TreeMap<>();
        for (Said one : said) {
            for (Mention mention : one.sentence().mentions()) {
                if (!places.containsKey(mention.value().id())) {
                    missing.put(mention.value().id(), mention.value());
                }
            }
        }
        return List.copyOf(missing.values());
    }

    private Place quoted(Said one, Value value) {
        Place place = places.get(value.id());
        if (place == null || place.value().number().compareTo(value.number()) != 0) {
            throw new IllegalStateException("Cannot quote %s in %s: %s"
                    .formatted(
                            value,
                            one.sentence().text(),
                            place == null
                                    ? "it stands in no cell"
                                    : "its cell says " + place.value().number()));
        }
        return place;
    }

    /** Gives a cell a name that formulas and programs can use. */
    public void name(String name, String reference) {
        XSSFName defined = workbook.createName();
        defined.setNameName(name);
        defined.setRefersToFormula(reference);
    }

    public void hide(Page page) {
        workbook.setSheetVisibility(workbook.getSheetIndex(page.sheet()), SheetVisibility.HIDDEN);
    }

    /** A document property of our own. */
    public void property(String name, String value) {
        workbook.getProperties().getCustomProperties().addProperty(name, value);
    }

    public void describe(String title, String subject) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setCreator("Cartera");
        core.setTitle(title);
        core.setSubjectProperty(subject);
    }

    /** Evaluates all formulas, proves them equal to the values they stand for, and writes the file: the same bytes for the same content and {@code moment}, anywhere. */
    public void write(Path target, Instant moment) throws IOException {
        pages.values().forEach(Page::finish);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        places.values().forEach(Book::prove);
        var core = workbook.getProperties().getCoreProperties().getUnderlyingProperties();
        core.setCreatedProperty(Optional.of(Date.from(moment)));
        core.setModifiedProperty(Optional.of(Date.from(moment)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        FixedZip.write(bytes.toByteArray(), moment, target);
    }

    private static void prove(Place place) {
        XSSFCell cell = place.page().sheet().getRow(place.row()).getCell(place.column());
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        if (isFormula && cell.getCachedFormulaResultType() != CellType.NUMERIC) {
            throw new IllegalStateException(
                    "Cannot write %s: =%s gives no number".formatted(place.reference(), cell.getCellFormula()));
        }
        double expected = place.value().number().movePointLeft(place.power()).doubleValue();
        double actual = cell.getNumericCellValue();
        if (Math.abs(actual - expected) > 1e-9 * Math.max(1, Math.abs(expected))) {
            throw new IllegalStateException("Cannot write %s: the cell gives %s, the value is %s"
                    .formatted(place.reference(), actual, expected));
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Styles styles() {
        return styles;
    }

    void placed(Place place) {
        places.putIfAbsent(place.value().id(), place);
    }

    void said(Page page, int row, int column, Sentence sentence) {
        said.add(new Said(page, row, column, sentence));
    }
}
