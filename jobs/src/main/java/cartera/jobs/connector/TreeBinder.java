package cartera.jobs.connector;

import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/** Binds to the paths of a tree. */
final class TreeBinder extends Binder {

    private static final XdmValue NOTHING = XdmValue.makeSequence(List.of());

    private final Paths paths;
    private final Supplier<XdmValue> file;
    private final ReadSettings settings;
    private final Map<QName, XPathSelector> variables = new LinkedHashMap<>();
    private final Map<QName, XdmValue> values = new LinkedHashMap<>();
    private @Nullable LocalDate extractedOn;

    TreeBinder(ConnectorSpec spec, Paths paths, Supplier<XdmValue> file, ReadSettings settings) {
        super(spec.fields());
        this.paths = paths;
        this.file = file;
        this.settings = settings;
        spec.variables().forEach((name, xpath) -> {
            XPathSelector selector = selector(xpath);
            variables.put(paths.declare(name), selector);
        });
        variables.keySet().forEach(name -> values.put(name, NOTHING));
    }

    /** Evaluates the variables of the connector for a record. */
    void enter(XdmItem record) {
        values.clear();
        variables.forEach((name, selector) -> {
            XdmValue value = evaluate(selector, record, 1);
            values.put(name, value == null ? NOTHING : value);
        });
    }

    void extractedOn(LocalDate day) {
        this.extractedOn = day;
    }

    @Override
    String carriedLabel(ValueSpec spec) {
        return spec.label();
    }

    @Override
    Scope.Getter carried(Origin origin) {
        XPathSelector selector = selector(((Origin.Path) origin).xpath());
        return scope -> {
            List<Piece> pieces = new ArrayList<>();
            XdmValue result = evaluate(selector, scope.node(), scope.position());
            if (result == null) {
                return List.of(new Piece("", -1, new Fault(Reason.VALUE, "its path cannot be computed")));
            }
            for (XdmItem item : result) {
                String text = item.getStringValue();
                if (!text.isBlank()) {
                    pieces.add(Piece.of(text));
                }
            }
            return pieces;
        };
    }

    @Override
    Each each(ValueSpec spec) {
        if (!(spec.origin() instanceof Origin.Path path)) {
            return super.each(spec);
        }
        XPathSelector selector = selector(path.xpath());
        return (scope, body) -> {
            long number = 0;
            XdmValue nodes = evaluate(selector, scope.node(), 1);
            for (XdmItem item : nodes == null ? NOTHING : nodes) {
                scope.enter(item, ++number);
                body.run();
            }
        };
    }

    XPathSelector selector(String xpath) {
        try {
            return paths.compile(xpath).load();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a path yields; null if it cannot be computed, as a sum of what are no numbers. */
    @Nullable
    XdmValue evaluate(XPathSelector selector, @Nullable XdmItem context, long position) {
        try {
            selector.setVariable(Paths.FILE, file.get());
            selector.setVariable(Paths.POSITION, new XdmAtomicValue(position));
            selector.setVariable(Paths.CURRENCY, new XdmAtomicValue(settings.currency()));
            selector.setVariable(Paths.SOURCE, new XdmAtomicValue(settings.source()));
            selector.setVariable(
                    Paths.EXTRACTED_ON, new XdmAtomicValue(extractedOn == null ? "" : extractedOn.toString()));
            for (Map.Entry<QName, XdmValue> variable : values.entrySet()) {
                selector.setVariable(variable.getKey(), variable.getValue());
            }
            if (context != null) {
                selector.setContextItem(context);
            }
            return selector.evaluate();
        } catch (SaxonApiException e) {
            return null;
        }
    }

    @Override
    @Nullable
    String tail(ValueSpec spec) {
        return null;
    }
}
