package cartera.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may see which; each package-info says it in words. */
@AnalyzeClasses(packages = "cartera", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_of_jobs_are_free_of_circles =
            slices().matching("cartera.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_model_and_reports_are_free_of_circles =
            slices().matching("cartera.(model|reports).(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_model_knows_nothing_but_numbers = noClasses()
            .that()
            .resideInAPackage("cartera.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cartera.jobs..", "cartera.reports..", "java.io..", "java.nio..", "java.sql..", "java.net..");

    @ArchTest
    static final ArchRule reports_know_neither_jobs_nor_model_nor_sql = noClasses()
            .that()
            .resideInAPackage("cartera.reports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cartera.jobs..", "cartera.model..", "java.sql..");

    @ArchTest
    static final ArchRule only_the_embedded_engine_names_duckdb_and_jdbc = noClasses()
            .that()
            .resideOutsideOfPackage("cartera.jobs.engine.duckdb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "java.sql..");

    @ArchTest
    static final ArchRule only_the_command_line_names_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("cartera.jobs.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule only_the_command_line_writes_to_the_standard_streams = noClasses()
            .that()
            .resideOutsideOfPackage("cartera.jobs.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule only_the_command_line_reads_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("cartera.jobs.cli..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule the_lake_knows_no_other_package = noClasses()
            .that()
            .resideInAPackage("cartera.jobs.lake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cartera.jobs.read..",
                    "cartera.jobs.connector..",
                    "cartera.jobs.engine..",
                    "cartera.jobs.plan..",
                    "cartera.jobs.ingest..",
                    "cartera.jobs.cli..");

    @ArchTest
    static final ArchRule steps_of_jobs_know_engine_rows_and_models_only = noClasses()
            .that()
            .resideInAPackage("cartera.jobs.score..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cartera.jobs.plan..",
                    "cartera.jobs.ingest..",
                    "cartera.jobs.cli..",
                    "cartera.jobs.engine.duckdb..");
}
