// Reads a card's code with the device's camera. The decoder is ours in every browser: it is fetched when somebody scans for the first time.
// Pictures stay in the browser.
const scannerBase = new URL("..", document.currentScript.src);
let zxing;
const decoderLibrary = () => {
  zxing ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("vendor/zxing/zxing.min.js", scannerBase);
    script.onload = () => resolve(window.ZXing);
    script.onerror = (failure) => {
      zxing = undefined;
      script.remove();
      reject(failure);
    };
    document.head.append(script);
  });
  return zxing;
};

// Often enough for a card that is held still, and seldom enough for a tablet's battery.
const BETWEEN_LOOKS = 80;

// What the browser calls it, and what it means for who stands there.
const REASONS = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

class KontorScanner extends HTMLElement {
  async toggle() {
    if (this.wanted) {
      this.stop();
      return;
    }
    this.wanted = true;
    const mine = (this.attempt = {});
    const isStill = () => this.wanted && this.attempt === mine;
    if (!navigator.mediaDevices?.getUserMedia) {
      this.fail("unsupported");
      return;
    }
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch (e) {
      if (isStill()) this.fail(REASONS[e.name] ?? "unsupported");
      return;
    }
    if (!isStill()) {
      stream.getTracks().forEach((track) => track.stop());
      return;
    }
    this.stream = stream;
    // Pulled out, or taken away by the person, while it looks.
    stream.getVideoTracks().forEach((track) => track.addEventListener("ended", () => isStill() && this.fail("busy")));
    this.show();
    try {
      const [library] = await Promise.all([decoderLibrary(), this.video.play()]);
      if (isStill()) this.look(decoder(library), isStill);
    } catch {
      if (isStill()) this.fail("offline");
    }
  }

  show() {
    this.video = document.createElement("video");
    this.video.playsInline = true;
    this.video.muted = true;
    this.video.srcObject = this.stream;
    this.replaceChildren(this.video);
  }

  look(decode, isStill) {
    if (!isStill()) return;
    const text = decode(this.video);
    if (text) {
      this.stop();
      this.dispatchEvent(new CustomEvent("scanned", { detail: text }));
      return;
    }
    setTimeout(() => this.look(decode, isStill), BETWEEN_LOOKS);
  }

  fail(reason) {
    this.stop();
    this.dispatchEvent(new CustomEvent("unavailable", { detail: reason }));
  }

  stop() {
    this.wanted = false;
    (this.stream ? this.stream.getTracks() : []).forEach((track) => track.stop());
    this.stream = null;
    this.replaceChildren();
  }

  disconnectedCallback() {
    this.stop();
  }
}

// From a picture of the video to a code's text, or to nothing.
const decoder = (library) => {
  const formats = library.BarcodeFormat;
  const hints = new Map([
    [
      library.DecodeHintType.POSSIBLE_FORMATS,
      [formats.QR_CODE, formats.CODE_128, formats.EAN_13, formats.ITF, formats.PDF_417, formats.DATA_MATRIX],
    ],
    [library.DecodeHintType.TRY_HARDER, true],
  ]);
  const reader = new library.MultiFormatReader();
  reader.setHints(hints);
  const canvas = document.createElement("canvas");
  return (video) => {
    if (!video.videoWidth) return "";
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0);
    try {
      const picture = new library.HTMLCanvasElementLuminanceSource(canvas);
      return reader.decodeWithState(new library.BinaryBitmap(new library.HybridBinarizer(picture))).getText();
    } catch {
      return "";
    } finally {
      reader.reset();
    }
  };
};
customElements.define("kontor-scanner", KontorScanner);
