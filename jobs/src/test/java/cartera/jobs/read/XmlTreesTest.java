package cartera.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTreesTest {

    private static final Processor SAXON = Saxon.processor();

    @TempDir
    Path folder = Path.of("");

    private List<Trees.Tree> read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private List<Trees.Tree> read(byte[] xml) throws IOException {
        Path file = Files.write(folder.resolve("a.xml"), xml);
        List<Trees.Tree> trees = new ArrayList<>();
        try (XmlTrees stream = XmlTrees.open(file, SAXON, Set.of("r"), Set.of())) {
            for (Trees.Tree tree = stream.next(); tree != null; tree = stream.next()) {
                trees.add(tree);
            }
        }
        return trees;
    }

    @Test
    void recordsAreFoundAtAnyDepthAndLoseTheirNamespace() throws IOException {
        List<Trees.Tree> trees =
                read("<a xmlns='urn:x'><r k='1'>u</r>\n<b><p:r xmlns:p='urn:y'><r>v</r></p:r></b></a>");
        assertThat(trees)
                .extracting(tree -> Objects.requireNonNull(tree.element()).toString())
                .containsExactly("<r k=\"1\">u</r>", "<r>\n   <r>v</r>\n</r>");
        assertThat(trees).extracting(Trees.Tree::line).containsExactly(1L, 2L);
    }

    @Test
    void recordsOnOneLineAreNumberedOn() throws IOException {
        assertThat(read("<a><r/><r/><r/></a>")).extracting(Trees.Tree::line).containsExactly(1L, 2L, 3L);
        assertThat(read("<a><r/><r/></a>")).extracting(Trees.Tree::position).containsExactly("line 1", "record 2");
    }

    @Test
    void bytesCountMoreThanTheDeclaration() throws IOException {
        byte[] lying = "<?xml version='1.0' encoding='utf-8'?><a><r>имя товара</r></a>".getBytes(Encoding.WINDOWS_1251);
        assertThat(Objects.requireNonNull(read(lying).get(0).element()).getStringValue())
                .isEqualTo("имя товара");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><r>&x;</r></a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a><r/></a>",
                "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;'>]><a><r>&m;</r></a>",
                "<!DOCTYPE a><a><r/></a>",
            })
    void aDocumentTypeIsRefusedBeforeAnythingIsRead(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Refused.class).hasMessage("DOCTYPE is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><r>1</r><r>2</r>",
                "<a><r>1</r></b>",
                "<a><r>&unknown;</r></a>",
                "<a><r>\u0001</r></a>",
                "<a/><b/>"
            })
    void whatIsCutOrDamagedIsRefusedAsAWhole(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Refused.class);
    }

    @Test
    void depthAttributesAndTextHaveLimits() {
        String deep = "<b>".repeat(100) + "</b>".repeat(100);
        assertThatThrownBy(() -> read("<a><r>" + deep + "</r></a>")).isInstanceOf(Refused.class);
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        assertThatThrownBy(() -> read("<a><r" + attributes + "/></a>")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("<a><r>" + "x".repeat(Xml.MAX_TEXT_CHARS + 1) + "</r></a>"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("a text of more than");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] xml = "<a><r>имя</r>\n<r>имя</r>\n<r>??</r></a>".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < xml.length; i++) {
            xml[i] = xml[i] == '?' ? (byte) 0xFF : xml[i];
        }
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('file:///etc/passwd')",
                "unparsed-text('file:///etc/passwd')",
                "unparsed-text('http://127.0.0.1:9/')",
                "json-doc('file:///etc/passwd')",
                "collection('file:///etc')",
                "uri-collection('file:///etc')",
                "Q{java:java.lang.System}getProperty('user.home')",
                "transform(map{'stylesheet-location': 'file:///x.xsl'})",
            })
    void aPathReachesNothingOutsideItsRecord(String xpath) {
        assertThatThrownBy(() -> SAXON.newXPathCompiler().evaluate(xpath, null)).isInstanceOf(SaxonApiException.class);
    }

    @Test
    void aPathSeesNoEnvironment() throws SaxonApiException {
        assertThat(SAXON.newXPathCompiler()
                        .evaluate(
                                "string-join((available-environment-variables(), environment-variable('PATH')))", null)
                        .itemAt(0)
                        .getStringValue())
                .isEmpty();
    }
}
