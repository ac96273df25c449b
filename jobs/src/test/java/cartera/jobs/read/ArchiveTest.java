package cartera.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

    @TempDir
    Path folder = Path.of("");

    private Export zip(String... names) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Export(file, "выгрузка [1].zip");
    }

    private List<Export> open(Export export) {
        return Archive.open(export, folder.resolve("scratch"));
    }

    @Test
    void theMembersOfAnArchiveAreFilesOfTheirOwn() throws IOException {
        List<Export> members = open(zip("папка/b.xml", "import_files/1.jpg", "a.xml"));
        assertThat(members)
                .extracting(Export::name)
                .containsExactly("выгрузка [1].zip!a.xml", "выгрузка [1].zip!папка/b.xml");
        assertThat(members.get(0).path()).hasContent("content of a.xml");
        assertThat(members)
                .allSatisfy(member -> assertThat(member.path().getParent()).isEqualTo(folder.resolve("scratch")));
    }

    @Test
    void whatIsNoArchiveIsItself() throws IOException {
        Export plain = new Export(Files.writeString(folder.resolve("a.csv"), "a;b\n"), "a.csv");
        assertThat(open(plain)).containsExactly(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "../evil.xml,     the archive holds a name that points outside of it",
        "/etc/evil.xml,   the archive holds a name that points outside of it",
        "C:\\evil.xml,    the archive holds a name that points outside of it",
        "A.XML,           the archive holds one name twice",
    })
    void namesThatPointOutsideOrStandTwiceAreRefused(String name, String reason) throws IOException {
        Export export = zip("a.xml", name);
        assertThatThrownBy(() -> open(export)).hasMessage("Cannot ingest выгрузка [1].zip: " + reason);
    }

    @Test
    void anArchiveThatInflatesWithoutEndIsRefusedAndLeavesNothing() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("a.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 30; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> open(new Export(file, "bomb.zip")))
                .hasMessage("Cannot ingest bomb.zip: the archive inflates without end: it is no export");
        try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aCutArchiveIsRefused() throws IOException {
        Export whole = zip("a.xml", "b.xml");
        byte[] bytes = Files.readAllBytes(whole.path());
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - 30));
        assertThatThrownBy(() -> open(new Export(cut, "cut.zip")))
                .hasMessage("Cannot ingest cut.zip: it is a damaged or cut ZIP archive: copy it again");
    }

    @Test
    void aPasswordProtectedWorkbookAndAnOldOneAreToldApart() throws IOException {
        Path encrypted = folder.resolve("e.xlsx");
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            try (var out = Files.newOutputStream(encrypted)) {
                files.writeFilesystem(out);
            }
        }
        Path old = folder.resolve("o.xls");
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Workbook");
            try (var out = Files.newOutputStream(old)) {
                files.writeFilesystem(out);
            }
        }
        assertThatThrownBy(() -> Carrier.of(new Export(encrypted, "e.xlsx")))
                .hasMessage("it is password-protected: save it without a password");
        assertThatThrownBy(() -> Carrier.of(new Export(old, "o.xls")))
                .hasMessage("it is an old Excel file (.xls), which is not read yet: save it as XLSX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the file is empty",
                "'  ' | the file is empty: it holds only blanks",
                "MOXCEL7 | it is a sheet of 1C (MXL), which only 1C reads: save it as XLSX",
                "%PDF-1.4 | it is a PDF: export the table as XLSX or CSV",
                "<html><body>Войдите</body></html> | it is HTML (a web page without a table), and no connector knows its table: save it as XLSX or CSV",
            })
    void whatIsNoExportIsRefusedByItsName(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), text, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Carrier.of(new Export(file, "x.csv"))).hasMessage(reason);
    }
}
