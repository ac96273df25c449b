package cartera.sample;

import cartera.sample.Deal.Pipeline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Writes the sample exports and their truth: {@code cartera.sample.Generate FOLDER [--scale N]}. */
public final class Generate {

    private Generate() {}

    /**
     * Makes the company and writes all of its exports.
     *
     * @param args the output folder, then options
     */
    public static void main(String[] args) {
        write(Path.of(args[0]), 1);
    }

    /** Everything below {@code exports} and {@code truth}. */
    static Company write(Path folder, int scale) {
        Export export = new Export(folder);
        Company company = new Company(scale);
        Crm crm = new Crm(company, scale);
        amo(export, crm);
        oneC(export, company, crm);
        return company;
    }

    private static void amo(Export export, Crm crm) {
        export.write(
                "exports/amo/amocrm_export_leads_2026-11-22.csv",
                Csv.quoted(of(crm, Pipeline.NEW), Leads.russianCsv()));
        export.write(
                "exports/amo/kommo_export_leads_2026-11-22.csv",
                Csv.quoted(of(crm, Pipeline.REGION), Leads.spanishCsv()));
    }

    private static List<Deal> of(Crm crm, Pipeline pipeline) {
        return crm.deals.stream().filter(deal -> deal.pipeline() == pipeline).toList();
    }

    private static void oneC(Export export, Company company, Crm crm) {
        Catalogue catalogue = company.catalogue;
        export.write("exports/1c/import.xml", CatalogueFile.write(catalogue, Crm.EXPORTED_AT));
        for (LocalDate day : catalogue.priceDays()) {
            export.write(
                    "exports/1c/offers_" + day + ".xml", OffersFile.write(catalogue, catalogue.repriced(day), day));
        }
        export.write(
                "exports/1c/offers_" + Period.LAST + ".xml",
                OffersFile.write(catalogue, catalogue.products, Period.LAST));
        DocumentsFile documents = new DocumentsFile(crm.dealBySale);
        new Archive(company.documents(), company.oddities)
                .months.forEach((month, booked) -> export.zip(
                        "exports/1c/documents_" + month + ".zip",
                        "documents_" + month + ".xml",
                        documents.write(booked, Archive.madeAt(month))));
    }
}
