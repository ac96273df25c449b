package cartera.sample;

import java.time.LocalDateTime;

/** CommerceML list of counterparties: every card of every customer. */
final class ContractorsFile {

    private ContractorsFile() {}

    static byte[] write(Company company, LocalDateTime madeAt) {
        return CommerceMl.file(
                madeAt,
                xml -> xml.within(
                        "Контрагенты",
                        () -> company.customers().stream()
                                .flatMap(customer -> customer.cards().stream())
                                .forEach(card -> CommerceMl.counterparty(xml, card, Document.Role.BUYER)),
                        "СодержитТолькоИзменения",
                        "false"));
    }
}
