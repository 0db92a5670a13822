// <kontor-chart>: lines over time, drawn by ECharts in the page's own colours. ECharts is fetched when the first chart needs it.
const base = new URL("..", document.currentScript.src);
let library;
const echartsLibrary = () => {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("vendor/echarts/echarts.min.js", base);
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
};

class KontorChart extends HTMLElement {
  connectedCallback() {
    // What the page set before the element became one of this class lies on it itself, in front of the setter, and would never be drawn.
    if (Object.hasOwn(this, "model")) {
      const early = this.model;
      delete this.model;
      this.model = early;
    }
    this.resize = new ResizeObserver(() => { if (this.chart) { this.chart.resize(); this.draw(); } });
    this.resize.observe(this);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.redraw = () => this.draw();
    this.scheme.addEventListener("change", this.redraw);
    this.begin();
  }

  disconnectedCallback() {
    this.resize.disconnect();
    this.scheme.removeEventListener("change", this.redraw);
    this.chart?.dispose();
    this.chart = null;
  }

  set model(value) { this.data = JSON.parse(value); this.draw(); }

  async begin() {
    const echarts = await echartsLibrary();
    if (!this.isConnected) return;
    this.chart ??= echarts.init(this, null, { renderer: "svg" });
    this.draw();
  }

  // Resolves a custom property to a colour that ECharts understands.
  colour(name) {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    this.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  draw() {
    if (!this.chart || !this.data) return;
    const accent = this.colour("--k-accent");
    const grey = this.colour("--k-other-bar");
    const quiet = this.colour("--k-quiet");
    const line = this.colour("--k-line");
    const narrow = this.clientWidth < 480;
    const font = getComputedStyle(this).fontFamily;
    const full = new Intl.NumberFormat(this.lang || undefined);
    const short = new Intl.NumberFormat(this.lang || undefined, { notation: "compact" });
    const tones = { accent: [accent, "solid", 2.5], grey: [grey, "solid", 2.5], dashed: [quiet, [4, 4], 1.5] };
    const labelRoom = Math.max(...this.data.lines.map((l) => [...l.name].reduce((w, c) => w + (c > "\u2e80" ? 13 : 7), 0))) + 14;
    this.chart.setOption({
      animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 300,
      animationDurationUpdate: 0,
      textStyle: { fontFamily: font, color: quiet },
      grid: { left: 4, right: labelRoom, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis", backgroundColor: this.colour("--k-card"), borderColor: line, textStyle: { color: this.colour("--k-ink"), fontSize: 13 },
        axisPointer: { lineStyle: { color: line } }, valueFormatter: (v) => full.format(v), confine: true,
      },
      xAxis: {
        type: "category", data: this.data.positions, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
        axisLabel: { color: quiet, fontSize: 12, interval: narrow ? "auto" : 0, hideOverlap: true },
      },
      yAxis: {
        type: "value", splitNumber: 3, splitLine: { lineStyle: { color: line } },
        axisLabel: { color: quiet, fontSize: 12, formatter: (v) => short.format(v) },
      },
      series: this.data.lines.map((l) => {
        const [colour, type, width] = tones[l.tone];
        return {
          type: "line", name: l.name, data: l.values, symbol: "circle", symbolSize: 6, showSymbol: false, color: colour,
          lineStyle: { color: colour, type, width },
        };
      }),
    }, true);
    this.nameLines(tones, font);
  }

  // The names at the lines' ends, each below the one above it where lines end close together. ECharts' own labels there are drawn in the course
  // of an animation, and not at all where that is cut short by what is drawn next.
  nameLines(tones, font) {
    const height = 18;
    const ends = this.data.lines
      .map((line) => {
        const [x, y] = this.chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [line.values.length - 1, line.values.at(-1) ?? 0]);
        return { line, x, y };
      })
      .sort((one, other) => one.y - other.y);
    let free = -Infinity;
    for (const end of ends) {
      end.y = Math.max(end.y, free);
      free = end.y + height;
    }
    // What that pushes below the chart moves up with all that stand close above it.
    let below = this.clientHeight - height / 2;
    for (const end of [...ends].reverse()) {
      end.y = Math.min(end.y, below);
      below = end.y - height;
    }
    this.chart.setOption({
      graphic: ends.map(({ line, x, y }) => ({
        type: "text", silent: true, x: x + 6, y,
        style: {
          text: line.name, fill: tones[line.tone === "accent" ? "accent" : "dashed"][0], verticalAlign: "middle",
          font: `${line.tone === "accent" ? 600 : 400} 13px ${font}`,
        },
      })),
    });
  }
}
customElements.define("kontor-chart", KontorChart);
