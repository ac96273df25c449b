package cartera.spark;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Lets a query read {@code layer.table} from the temporary view of that whole name: Spark allows temporary views no
 * schema, and views with a schema neither hold rows of the driver nor stay within one engine.
 */
public final class LayerNames extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectResolutionRule(session -> new Resolution());
        return BoxedUnit.UNIT;
    }

    private static final class Resolution extends Rule<LogicalPlan> {

        @Override
        public LogicalPlan apply(LogicalPlan plan) {
            return plan.resolveOperators(new Named());
        }
    }

    private static final class Named extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

        @Override
        public boolean isDefinedAt(LogicalPlan plan) {
            return plan instanceof UnresolvedRelation relation
                    && relation.multipartIdentifier().size() == 2;
        }

        @Override
        public LogicalPlan apply(LogicalPlan plan) {
            UnresolvedRelation relation = (UnresolvedRelation) plan;
            String layer = relation.multipartIdentifier().head();
            String table = relation.multipartIdentifier().last();
            // the alias keeps layer.table.column and table.column readable, as with a real schema
            return new SubqueryAlias(
                    AliasIdentifier.apply(table, seq(layer)),
                    relation.copy(seq(layer + "." + table), relation.options(), relation.isStreaming()));
        }

        private static Seq<String> seq(String name) {
            return CollectionConverters.asScala(java.util.List.of(name)).toSeq();
        }
    }
}
