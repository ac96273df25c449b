package cartera.jobs.connector;

import cartera.jobs.connector.ValueSpec.Origin;
import cartera.jobs.read.Fault;
import cartera.jobs.read.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String UNCOMPUTED = "its path cannot be computed";
    private static final XdmValue NOTHING = XdmValue.makeSequence(List.of());

    private final Paths paths;
    private final Supplier<XdmValue> file;
    private final Map<QName, BoundPath> variables = new LinkedHashMap<>();
    private final Map<QName, XdmValue> values = new HashMap<>();

    /** A compiled path and the variables that it looks at. */
    record BoundPath(XPathSelector selector, List<QName> variables) {}

    TreeBinder(ConnectorSpec spec, Paths paths, Supplier<XdmValue> file, ReadSettings settings) {
        super(spec.fields());
        this.paths = paths;
        this.file = file;
        values.put(Paths.CURRENCY, new XdmAtomicValue(settings.currency()));
        values.put(Paths.SOURCE, new XdmAtomicValue(settings.source()));
        values.put(Paths.EXTRACTED_ON, NOTHING);
        spec.variables().forEach((name, xpath) -> {
            BoundPath path = path(xpath);
            variables.put(paths.declare(name), path);
        });
        variables.keySet().forEach(name -> values.put(name, NOTHING));
    }

    /** Evaluates the variables of the connector for a record; one that cannot be computed is gone for it. */
    void enter(XdmItem record) {
        variables.forEach((name, path) -> {
            XdmValue value = evaluate(path, record, 1);
            if (value == null) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        });
    }

    void extractedOn(LocalDate day) {
        values.put(Paths.EXTRACTED_ON, new XdmAtomicValue(day.toString()));
    }

    @Override
    String carriedLabel(ValueSpec spec) {
        return spec.label();
    }

    @Override
    Scope.Getter carried(Origin origin) {
        BoundPath path = path(((Origin.Path) origin).xpath());
        return scope -> {
            List<Piece> pieces = new ArrayList<>();
            XdmValue result = evaluate(path, scope.node(), scope.position());
            if (result == null) {
                return List.of(new Piece("", -1, new Fault(Reason.VALUE, UNCOMPUTED)));
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
        if (!(spec.origin() instanceof Origin.Path origin)) {
            return super.each(spec);
        }
        BoundPath path = path(origin.xpath());
        return (scope, body) -> {
            long number = 0;
            XdmValue nodes = evaluate(path, scope.node(), 1);
            if (nodes == null) {
                throw new BadRecord(-1, spec.label(), Reason.VALUE, UNCOMPUTED);
            }
            for (XdmItem item : nodes) {
                scope.enter(item, ++number);
                body.run();
            }
        };
    }

    BoundPath path(String xpath) {
        try {
            return new BoundPath(paths.compile(xpath).load(), paths.variablesOf(xpath));
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a path yields; null if it cannot be computed, as a sum of what are no numbers. */
    @Nullable
    XdmValue evaluate(BoundPath path, @Nullable XdmItem context, long position) {
        try {
            for (QName name : path.variables()) {
                XdmValue value = value(name, position);
                if (value == null) {
                    return null;
                }
                path.selector().setVariable(name, value);
            }
            if (context != null) {
                path.selector().setContextItem(context);
            }
            return path.selector().evaluate();
        } catch (SaxonApiException e) {
            return null;
        }
    }

    private @Nullable XdmValue value(QName name, long position) {
        if (name.equals(Paths.FILE)) {
            return file.get();
        }
        return name.equals(Paths.POSITION) ? new XdmAtomicValue(position) : values.get(name);
    }

    @Override
    @Nullable
    String tail(ValueSpec spec) {
        return null;
    }
}
