package cartera.sample;

import cartera.sample.Document.Line;
import cartera.sample.Document.Operation;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Which document stands in which monthly file: most in their own month, some late, some twice. */
final class Archive {

    final TreeMap<YearMonth, List<Document>> months = new TreeMap<>();

    Archive(List<Document> documents, Oddities oddities) {
        YearMonth last = YearMonth.from(Period.LAST);
        for (Document document : documents) {
            YearMonth month = YearMonth.from(document.day());
            boolean isSale =
                    document.operation() == Operation.SALE && document.sign() != 0 && document.customer() != null;
            Dice dice = Dice.of("archive", document.id());
            boolean isLate =
                    isSale && document.day().getDayOfMonth() > 22 && month.isBefore(last) && dice.chance(0.012);
            boolean isChanged = isSale && !isLate && month.isBefore(last) && dice.chance(0.002);
            if (isLate) {
                note(oddities, "late_document", document, "dated " + document.day() + ", exported a month later");
            }
            if (isChanged) {
                book(month, document.withLines(inFirstVersion(document.lines())));
                note(oddities, "changed_document", document, "changed after the month was exported");
            }
            book(isLate || isChanged ? month.plusMonths(1) : month, document);
        }
    }

    /** When the file of a month was written. */
    static LocalDateTime madeAt(YearMonth month) {
        LocalDateTime morning = month.plusMonths(1).atDay(1).atTime(6, 0);
        return morning.isAfter(Crm.EXPORTED_AT) ? Crm.EXPORTED_AT : morning;
    }

    private void book(YearMonth month, Document document) {
        months.computeIfAbsent(month, key -> new ArrayList<>()).add(document);
    }

    private static List<Line> inFirstVersion(List<Line> lines) {
        List<Line> first = new ArrayList<>(lines);
        first.set(
                0,
                lines.get(0)
                        .times(lines.get(0).quantity() + lines.get(0).product().pack()));
        return first;
    }

    private static void note(Oddities oddities, String kind, Document document, String text) {
        String key = document.customer() == null ? "" : document.customer().key();
        oddities.add(kind, key, "1c", document.id(), text);
    }
}
