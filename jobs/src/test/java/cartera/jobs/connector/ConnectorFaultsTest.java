package cartera.jobs.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cartera.jobs.home.FaultyFile;
import cartera.jobs.read.Export;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFaultsTest {

    @TempDir
    Path folder = Path.of("");

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private Connectors withOwn(String name, String yaml) throws IOException {
        write(name, yaml);
        return Connectors.load(Collected.CONTRACT, List.of(folder));
    }

    @Test
    void everyFaultOfAConnectorIsToldAtOnceWithItsLineAndTheNearestName() {
        String yaml = """
                read: table
                detect:
                  headers: [ID]
                raged: true
                entities:
                  - entity: deal
                    columns:
                      id: ID
                      stage: /(/
                      created_at: {from: Created, formats: [dd/QQ/bb]}
                      amout: Amount
                      outcome: {from: Stage, values: {Won: wonn}}
                      contact_id: {hash: [[name]]}
                      currency: {from: Currency, accept: [currencies], constant: RUB}
                  - entity: deals
                    columns: {id: ID}
                  - entity: contact_point
                    each: {field: phones}
                    columns:
                      owner_id: {same: contact.id}
                """;
        assertThatThrownBy(() -> withOwn("my-crm.yaml", yaml))
                .isInstanceOf(FaultyFile.class)
                .hasMessage("""
                        connectors/my-crm.yaml: 14 problems
                          line 4: unknown key 'raged'; did you mean 'ragged'?
                          line 9: /(/ is no regular expression: Unclosed group
                          line 10: no date pattern: dd/QQ/bb
                          line 11: entity deal has no column 'amout'; did you mean 'amount'?
                          line 12: column outcome cannot be 'wonn'; did you mean 'won'?
                          line 13: there is no field 'name'
                          line 14: currency: exactly one of from, field, same, hash, tail_of, each, constant says where the value comes from
                          line 14: accept: unknown 'currencies'; did you mean 'currency'?
                          line 15: unknown entity 'deals'; did you mean 'deal'?
                          line 17: entity contact_point needs column 'owner_entity'
                          line 17: entity contact_point needs column 'kind'
                          line 17: entity contact_point needs column 'value'
                          line 18: there is no field 'phones'
                          line 20: no entity above fills contact.id
                        """.strip());
    }

    @Test
    void theUsersOwnConnectorWinsByName() throws IOException {
        Connectors connectors = withOwn("plan.yaml", """
                about: our own plan
                read: table
                detect: {headers: [m, v]}
                entities:
                  - entity: plan
                    columns:
                      metric: {constant: revenue}
                      scope: {constant: company}
                      month_on: {from: m, formats: [uuuu-MM]}
                      value: v
                """);
        assertThat(connectors.find("plan").map(Connector::about)).contains("our own plan");
        assertThat(connectors.all()).hasSameSizeAs(Collected.CONNECTORS.all());
    }

    @Test
    void aWordOfASourceMeansAllConnectorsThatStartWithIt() {
        assertThat(Collected.CONNECTORS.named("commerceml"))
                .extracting(Connector::name)
                .containsExactly(
                        "commerceml-catalogue", "commerceml-contractors", "commerceml-documents", "commerceml-offers");
        assertThat(Collected.CONNECTORS.named("plan"))
                .extracting(Connector::name)
                .containsExactly("plan");
    }

    @Test
    void anUnknownExportIsNamedWithTheNearestConnectorAndTheHeadersThatDiffer() throws IOException {
        Path file = write("deals.csv", "ID,Название сделки,Сумма договора,Фаза\n1,a,2,b\n");
        assertThat(Collected.CONNECTORS.recognise(new Export(file, "deals.csv")))
                .isEqualTo(new Recognition.Unknown(new Export(file, "deals.csv"), """
                        Cannot ingest deals.csv: no connector knows its headers
                          nearest:    amocrm-leads (2 of 3 headers)
                          missing:    Этап сделки, Статус сделки, Estatus del lead
                          file has:   ID, Название сделки, Сумма договора, Фаза
                          add the words of the file to connectors/amocrm-leads.yaml in your home folder"""));
    }

    @Test
    void aHeaderOfWhichNothingIsKnownIsRefused() throws IOException {
        Path file = write("x.csv", "a;b\n1;2\n");
        assertThat(Collected.CONNECTORS.recognise(new Export(file, "x.csv")))
                .isEqualTo(new Recognition.Unknown(new Export(file, "x.csv"), """
                        Cannot ingest x.csv: no connector knows any of its headers
                          file has:   a, b
                          write connectors/NAME.yaml for it in your home folder"""));
    }

    @Test
    void aTableOfSalesThatNamesManagersAndTeamsIsNoListOfTeams() throws IOException {
        Path file = write("by-manager.csv", "Менеджер;Отдел;Сумма, руб\nАнна;Опт;1\n");
        assertThat(Collected.CONNECTORS.recognise(new Export(file, "by-manager.csv")))
                .isEqualTo(new Recognition.Unknown(new Export(file, "by-manager.csv"), """
                        Cannot ingest by-manager.csv: no connector knows any of its headers
                          file has:   Менеджер, Отдел, Сумма, руб
                          write connectors/NAME.yaml for it in your home folder"""));
    }

    @Test
    void aMissingHeaderOfARequiredColumnIsNamedWithWhatWasLookedFor() throws IOException {
        Path file = write("leads.csv", "ID,Название сделки,Этап сделки,Бюджет\n1,a,b,2\n");
        assertThatThrownBy(() -> new Collected().read(file)).hasMessage("""
                        Cannot ingest leads.csv: no header for deal.created_at
                          looked for: Дата создания сделки, Дата создания, Fecha de creación
                          file has:   ID, Название сделки, Этап сделки, Бюджет
                          add the header to connectors/amocrm-leads.yaml in your home folder""");
    }

    @Test
    void headersThatStandTwiceAreRefusedWhereTheConnectorDoesNotLetThem() throws IOException {
        Path file = write("c.csv", "id;name;phone;email;Name;\n1;a;b;c;d;\n");
        assertThatThrownBy(() -> new Collected().read(file))
                .hasMessage("Cannot ingest c.csv: its header is not clear: 'Name' stands in columns 2 and 5");
    }

    @Test
    void aConnectorThatIsNoYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> withOwn("bad.yaml", "read: table\n  detect: [\n"))
                .isInstanceOf(FaultyFile.class)
                .hasMessageStartingWith("connectors/bad.yaml: 1 problem\n  line 2: no valid YAML: ");
    }

    @Test
    void anXPathThatDoesNotCompileIsAFault() {
        assertThatThrownBy(() -> withOwn("bad.yaml", """
                        read: tree
                        detect: [{root: a}]
                        records: [b]
                        entities:
                          - entity: category
                            columns:
                              id: b/c[
                              name: $unknown
                        """))
                .isInstanceOf(FaultyFile.class)
                .hasMessageContaining("connectors/bad.yaml: 2 problems\n  line 7: no XPath: b/c[ (")
                .hasMessageContaining("line 8: no XPath: $unknown (");
    }
}
