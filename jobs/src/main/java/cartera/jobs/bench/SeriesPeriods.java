package cartera.jobs.bench;

import cartera.jobs.connector.BadValue;
import cartera.jobs.connector.Rejection;
import cartera.jobs.read.Reason;
import cartera.model.forecast.Series;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts values with their periods onto equal steps: recognises the step, finds periods named twice and unfinished ones. */
final class SeriesPeriods {

    /** A step of time beyond this many is a slip in a date. */
    private static final int MOST_PERIODS = 100_000;
    /** A last period is unfinished if fewer than this share of the series that came near it have reached it. */
    private static final double REACHED = 0.4;

    private static final int FEWEST_SERIES = 5;
    private static final double HABIT = 0.9;

    private final @Nullable LocalDate until;
    private final SeriesFiller filler;
    private final List<Rejection> setAside;
    private final Set<String> notes = new TreeSet<>();
    private long numbers;
    private long dates;
    private Step finest = Step.YEAR;

    SeriesPeriods(@Nullable LocalDate until, SeriesFiller filler, List<Rejection> setAside) {
        this.until = until;
        this.filler = filler;
        this.setAside = setAside;
    }

    /** Has to see all periods before it reads any. */
    void see(String text) {
        if (!text.isBlank()) {
            numbers += Period.isNumber(text) ? 1 : 0;
            dates += Period.isNumber(text) ? 0 : 1;
        }
    }

    double parse(String text, Dialect dialect) throws BadValue {
        if (numbers > dates) {
            return Period.number(text).at();
        }
        Period period = Period.date(text, dialect);
        finest = period.finest().compareTo(finest) < 0 ? period.finest() : finest;
        return period.at();
    }

    /** What was left out or recognised, for people. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The series of the drafts, each on the axis of its season. */
    List<LabelledSeries> series(Collection<SeriesDraft> drafts) {
        drafts.forEach(SeriesDraft::sort);
        Map<Integer, List<SeriesDraft>> bySeason = drafts.stream()
                .collect(Collectors.groupingBy(draft -> draft.season, TreeMap::new, Collectors.toList()));
        Map<String, LabelledSeries> byKey = new TreeMap<>();
        bySeason.forEach((season, some) -> some(season, some).forEach(one -> byKey.put(one.key(), one)));
        return drafts.stream()
                .map(draft -> byKey.get(draft.key))
                .filter(one -> one != null)
                .toList();
    }

    private List<LabelledSeries> some(int season, List<SeriesDraft> drafts) {
        List<double[]> known = drafts.stream()
                .filter(draft -> draft.size() > 0)
                .map(SeriesDraft::periods)
                .toList();
        if (known.isEmpty()) {
            return drafts.stream().map(draft -> series(draft, new long[0])).toList();
        }
        Axis axis = Axis.of(known, numbers > dates ? Step.NUMBER : finest, season);
        notes.add("Step of time: " + axis.name());
        drafts.forEach(draft -> leaveOutFarOnes(draft, axis));
        drafts.forEach(draft -> leaveOutRepeated(draft, axis));
        if (axis.step() != Step.NUMBER) {
            leaveOutUnfinished(drafts, axis);
        }
        return drafts.stream().map(draft -> series(draft, indices(draft, axis))).toList();
    }

    private LabelledSeries series(SeriesDraft draft, long[] index) {
        double[] values = new double[draft.size()];
        Arrays.setAll(values, draft::value);
        long last = index.length == 0 ? Long.MIN_VALUE : index[index.length - 1];
        return new LabelledSeries(
                draft.key, draft.group, Series.of(filler.fill(index, values), draft.season), draft.horizon, last);
    }

    private static long[] indices(SeriesDraft draft, Axis axis) {
        long[] index = new long[draft.size()];
        Arrays.setAll(index, i -> axis.index(draft.at(i)));
        return index;
    }

    private void leaveOutFarOnes(SeriesDraft draft, Axis axis) {
        if (draft.size() == 0) {
            return;
        }
        long middle = axis.index(draft.at(draft.size() / 2));
        boolean[] kept = new boolean[draft.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Math.abs(axis.index(draft.at(i)) - middle) <= MOST_PERIODS;
            if (!kept[i]) {
                setAside(draft.line(i), Reason.DATE_RANGE);
            }
        }
        draft.keep(kept);
    }

    /** The first of a period stays. */
    private void leaveOutRepeated(SeriesDraft draft, Axis axis) {
        boolean[] kept = new boolean[draft.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = i == 0 || axis.index(draft.at(i)) != axis.index(draft.at(i - 1));
            if (!kept[i]) {
                setAside(draft.line(i), Reason.CONFLICT);
            }
        }
        draft.keep(kept);
    }

    private void setAside(long line, Reason reason) {
        setAside.add(
                new Rejection(line, "line " + line, "", reason, reason == Reason.CONFLICT ? "period repeated" : ""));
    }

    private void leaveOutUnfinished(List<SeriesDraft> drafts, Axis axis) {
        LocalDate given = until;
        if (given != null) {
            leaveOut(drafts, at -> axis.endsAfter(at, given), "ends after --until " + given);
            return;
        }
        long last = drafts.stream()
                .filter(draft -> draft.size() > 0)
                .mapToLong(draft -> axis.index(draft.at(draft.size() - 1)))
                .max()
                .orElseThrow();
        if (areDatedAtTheEnd(drafts, axis, last)) {
            leaveOut(
                    drafts,
                    at -> axis.index(at) == last && axis.endsAfter(at, LocalDate.ofEpochDay((long) at)),
                    "is dated before its end, unlike the others");
        } else if (isReachedByFew(drafts, axis, last)) {
            leaveOut(drafts, at -> axis.index(at) == last, "is there for few of the series");
        }
    }

    private boolean areDatedAtTheEnd(List<SeriesDraft> drafts, Axis axis, long last) {
        long all = 0;
        long atEnd = 0;
        for (SeriesDraft draft : drafts) {
            for (int i = 0; i < draft.size(); i++) {
                if (axis.index(draft.at(i)) != last) {
                    all++;
                    atEnd += axis.endsAfter(draft.at(i), LocalDate.ofEpochDay((long) draft.at(i))) ? 0 : 1;
                }
            }
        }
        return finest == Step.DAY && axis.step() != Step.DAY && all > 0 && atEnd >= HABIT * all;
    }

    private static boolean isReachedByFew(List<SeriesDraft> drafts, Axis axis, long last) {
        long near = 0;
        long there = 0;
        for (SeriesDraft draft : drafts) {
            long end = draft.size() == 0 ? last - 2 : axis.index(draft.at(draft.size() - 1));
            near += end >= last - 1 ? 1 : 0;
            there += end == last ? 1 : 0;
        }
        return drafts.size() >= FEWEST_SERIES && 2 * near >= drafts.size() && there < REACHED * near;
    }

    private interface PeriodTest {
        boolean isUnfinished(double at);
    }

    private void leaveOut(List<SeriesDraft> drafts, PeriodTest test, String why) {
        long touched = 0;
        LocalDate from = LocalDate.MAX;
        for (SeriesDraft draft : drafts) {
            boolean[] kept = new boolean[draft.size()];
            boolean isTouched = false;
            for (int i = 0; i < kept.length; i++) {
                kept[i] = !test.isUnfinished(draft.at(i));
                if (!kept[i]) {
                    LocalDate day = LocalDate.ofEpochDay((long) draft.at(i));
                    from = day.isBefore(from) ? day : from;
                    isTouched = true;
                }
            }
            draft.keep(kept);
            touched += isTouched ? 1 : 0;
        }
        if (touched > 0) {
            notes.add("Left out as unfinished: the last period, from %s on, of %d series; it %s"
                    .formatted(from, touched, why));
        }
    }
}
