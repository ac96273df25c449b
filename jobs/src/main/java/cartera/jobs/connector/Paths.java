package cartera.jobs.connector;

import cartera.jobs.read.Saxon;
import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;

/**
 * The XPath of connectors. An expression sees its record or node, and the variables {@code $file} (what stands beside
 * the records), {@code $position} (of the node among its like, from 1), {@code $currency}, {@code $source}, {@code
 * $extracted_on}, and what the connector itself declares under {@code let}.
 */
final class Paths {

    static final QName FILE = new QName("file");
    static final QName POSITION = new QName("position");
    static final QName CURRENCY = new QName("currency");
    static final QName SOURCE = new QName("source");
    static final QName EXTRACTED_ON = new QName("extracted_on");

    private final Processor saxon = Saxon.processor();
    private final List<QName> variables = new ArrayList<>(List.of(FILE, POSITION, CURRENCY, SOURCE, EXTRACTED_ON));

    /** Lets paths from here on use a variable of the connector. */
    QName declare(String variable) {
        QName name = new QName(variable);
        variables.add(name);
        return name;
    }

    /** Those of the variables declared so far that a path names: setting the others would cost more than the path. */
    List<QName> variablesOf(String xpath) {
        return variables.stream()
                .filter(name -> xpath.contains("$" + name.getLocalName()))
                .toList();
    }

    XPathExecutable compile(String xpath) throws SaxonApiException {
        XPathCompiler compiler = saxon.newXPathCompiler();
        compiler.setLanguageVersion("3.1");
        variablesOf(xpath).forEach(compiler::declareVariable);
        return compiler.compile(xpath);
    }

    Processor saxon() {
        return saxon;
    }
}
