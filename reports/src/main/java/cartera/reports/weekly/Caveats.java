package cartera.reports.weekly;

import cartera.reports.text.Language;
import cartera.reports.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Where scores, segments and forecast are not to be taken at their word this week. */
record Caveats(WeeklyData data, Language language) {

    /** A sentence each; none where there is nothing to say. */
    List<Sentence> all() {
        Moves moves = new Moves(data, language);
        List<Sentence> all = new ArrayList<>(new RiskWords(data, Risk.of(data), language).caveats());
        all.add(moves.isUnstable() ? moves.stability() : Sentence.EMPTY);
        all.add(moves.drift());
        ForecastWords forecast = new ForecastWords(data, Forecast.of(data), language);
        all.add(forecast.isNaive() ? forecast.used() : Sentence.EMPTY);
        all.removeIf(sentence -> sentence.text().isEmpty());
        return all;
    }
}
