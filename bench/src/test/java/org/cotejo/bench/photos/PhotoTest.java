package org.cotejo.bench.photos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos are the same each time, and what is drawn on the easiest is read. */
class PhotoTest {
    @TempDir
    private Path folder;

    @Test
    void theSameSeedGivesTheSamePhoto() {
        Photo photo = Photo.of(1, 9);
        assertArrayEquals(photo.jpeg(), Photo.of(1, 9).jpeg());
        assertEquals(2, photo.level());
        assertFalse(photo.text().equals(Photo.of(11, 9).text()));
    }

    @Test
    void anEasyPhotoIsReadByEveryReaderAndOneWithoutASheetByNone() throws IOException {
        Photo photo = Photo.of(0, 9);
        assertEquals(1, photo.level());
        Path file = Files.write(folder.resolve(photo.name()), photo.jpeg());
        Photo none = Photo.without(0, 9);
        Path other = Files.write(folder.resolve(none.name()), none.jpeg());
        for (PhotoReader reader : List.of(
                PhotoReader.cotejo(), PhotoReader.cotejoConfirmed(), PhotoReader.zxing(), PhotoReader.boofcv())) {
            assertEquals(List.of(photo.text()), reader.read(file));
            assertEquals(List.of(), reader.read(other));
        }
    }

    @Test
    void theTruthStandsBesideThePhotos() throws IOException {
        PhotoMaker.main(new String[] {folder.toString(), "2", "1", "5"});
        List<String> truth = Files.readAllLines(folder.resolve("truth.tsv"));
        assertEquals(3, truth.size());
        assertTrue(truth.get(0).startsWith("photo-00000.jpg\t1\t"));
        assertTrue(truth.get(2).startsWith("none-00000.jpg\t0\t"));
        assertTrue(Files.size(folder.resolve("photo-00001.jpg")) > 10_000);
    }
}
