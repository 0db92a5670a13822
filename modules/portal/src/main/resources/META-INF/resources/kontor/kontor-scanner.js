// Reads a card's code with the camera where the browser has a BarcodeDetector. Pictures stay in the browser.
class KontorScanner extends HTMLElement {
  async toggle() {
    if (this.stream) {
      this.stop();
      return;
    }
    try {
      if (!("BarcodeDetector" in window) || !navigator.mediaDevices) throw new Error("no detector");
      const known = await BarcodeDetector.getSupportedFormats();
      const wanted = ["qr_code", "code_128", "ean_13", "itf", "pdf417", "data_matrix"].filter((f) => known.includes(f));
      if (!wanted.length) throw new Error("no formats");
      this.detector = new BarcodeDetector({ formats: wanted });
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch (e) {
      this.stop();
      this.dispatchEvent(new CustomEvent("unavailable"));
      return;
    }
    this.video = document.createElement("video");
    this.video.playsInline = true;
    this.video.muted = true;
    this.video.srcObject = this.stream;
    this.replaceChildren(this.video);
    await this.video.play();
    this.look();
  }

  async look() {
    if (!this.stream) return;
    const codes = await this.detector.detect(this.video).catch(() => []);
    if (codes.length) {
      const text = codes[0].rawValue;
      this.stop();
      this.dispatchEvent(new CustomEvent("scanned", { detail: text }));
      return;
    }
    requestAnimationFrame(() => this.look());
  }

  stop() {
    (this.stream ? this.stream.getTracks() : []).forEach((track) => track.stop());
    this.stream = null;
    this.replaceChildren();
  }

  disconnectedCallback() {
    this.stop();
  }
}
customElements.define("kontor-scanner", KontorScanner);
