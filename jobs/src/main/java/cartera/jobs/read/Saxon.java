package cartera.jobs.read;

import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;

/** XPath 3.1 that reaches nothing outside the tree it is given: no file, no network, no environment, no Java. */
public final class Saxon {

    private Saxon() {}

    public static Processor processor() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        return processor;
    }
}
