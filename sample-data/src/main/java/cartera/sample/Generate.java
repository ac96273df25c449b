package cartera.sample;

import cartera.sample.Deal.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes the sample exports and their truth.
 *
 * <pre>
 * cartera.sample.Generate FOLDER                  exports/ and truth/ below FOLDER, as committed
 * cartera.sample.Generate FOLDER --scale N        the same with N times 600 customers
 * cartera.sample.Generate FOLDER --flat-lines N   only FOLDER/flat-sales.csv with N sales lines
 * </pre>
 */
public final class Generate {

    private static final String USAGE =
            "Usage: cartera.sample.Generate FOLDER [--scale N | --flat-lines N], with N 1 or more";

    private Generate() {}

    /**
     * Makes the company and writes its exports; ends with 2 on wrong arguments.
     *
     * @param args the output folder, then at most one option with its number
     */
    public static void main(String[] args) throws IOException {
        // POI asks for a logging provider and there is none: nothing is logged
        System.setProperty("log4j2.statusLoggerLevel", "OFF");
        String option = args.length == 3 ? args[1] : "--scale";
        String number = args.length == 3 ? args[2] : "1";
        boolean isKnown = option.equals("--scale") || option.equals("--flat-lines");
        if ((args.length != 1 && args.length != 3) || !isKnown || !number.matches("[1-9][0-9]{0,8}")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        if (option.equals("--scale")) {
            write(folder, Integer.parseInt(number));
        } else {
            FlatFeed.write(folder.resolve("flat-sales.csv"), Long.parseLong(number));
        }
    }

    /** Everything below {@code exports} and {@code truth}. */
    static Company write(Path folder, int scale) {
        Export export = new Export(folder);
        Company company = new Company(scale);
        amo(export, company);
        goods(export, company.catalogue);
        documents(export, company);
        bank(export, company.bank);
        export.write("exports/plan/plan.csv", PlanFile.write(company, scale));
        export.write("truth/customers.csv", Truth.customers(company));
        export.write("truth/series.csv", Truth.series(company.season));
        export.write("truth/weeks.csv", Truth.weeks(company));
        export.write("truth/oddities.csv", Truth.oddities(company.oddities));
        return company;
    }

    private static void amo(Export export, Company company) {
        Crm crm = company.crm;
        export.write(
                "exports/amo/amocrm_export_leads_2026-11-22.csv",
                Csv.quoted(of(crm, Pipeline.NEW), Leads.russianCsv()));
        export.write(
                "exports/amo/amocrm_export_leads_2026-11-22.xlsx",
                Workbook.write(of(crm, Pipeline.REPEAT), Leads.russianWorkbook()));
        export.write(
                "exports/amo/kommo_export_leads_2026-11-22.csv",
                Csv.quoted(of(crm, Pipeline.REGION), Leads.spanishCsv()));
        export.write("exports/amo/amocrm_export_contacts_2026-11-22.csv", Contacts.write(company, crm));
    }

    private static List<Deal> of(Crm crm, Pipeline pipeline) {
        return crm.deals.stream().filter(deal -> deal.pipeline() == pipeline).toList();
    }

    private static void goods(Export export, Catalogue catalogue) {
        export.write("exports/1c/import.xml", CatalogueFile.write(catalogue, Crm.EXPORTED_AT));
        for (LocalDate day : catalogue.priceDays()) {
            export.write(
                    "exports/1c/offers_" + day + ".xml", OffersFile.write(catalogue, catalogue.repriced(day), day));
        }
        export.write(
                "exports/1c/offers_" + Period.LAST + ".xml",
                OffersFile.write(catalogue, catalogue.products, Period.LAST));
    }

    private static void documents(Export export, Company company) {
        DocumentsFile documents = new DocumentsFile(company.crm.dealBySale);
        company.archive.months.forEach((month, booked) -> export.zip(
                "exports/1c/documents_" + month + ".zip",
                "documents_" + month + ".xml",
                documents.write(booked, Archive.madeAt(month))));
        export.zip(
                "exports/1c/contractors_" + Period.LAST + ".zip",
                "contractors_" + Period.LAST + ".xml",
                ContractorsFile.write(company, Crm.EXPORTED_AT));
    }

    /** One file a quarter, all but the last in archives. */
    private static void bank(Export export, Bank bank) {
        LocalDate quarter = LocalDate.of(2023, 10, 1);
        for (; !quarter.isAfter(Period.LAST); quarter = quarter.plusMonths(3)) {
            LocalDate fromOn = quarter.isBefore(Period.FIRST) ? Period.FIRST : quarter;
            LocalDate toOn = quarter.plusMonths(3).minusDays(1);
            String name = "kl_to_1c_" + quarter.getYear() + "-Q" + (quarter.getMonthValue() / 3 + 1);
            if (toOn.isBefore(Period.LAST)) {
                export.zip("exports/1c/" + name + ".zip", name + ".txt", BankFile.write(bank.payments, fromOn, toOn));
            } else {
                export.write("exports/1c/" + name + ".txt", BankFile.write(bank.payments, fromOn, Period.LAST));
            }
        }
    }
}
