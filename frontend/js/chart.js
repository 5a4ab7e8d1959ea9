/* Draws the panel's charts with Chart.js, in the colours of the page, and hands them out as pictures. */
(function () {
  'use strict';
  const charts = new WeakMap();
  const hosts = new Set();

  function colour(host, name) {
    const probe = document.createElement('span');
    probe.style.color = 'var(' + name + ')';
    host.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  function datasets(host, data, ground) {
    return data.series.map(function (series, i) {
      const own = colour(host, '--chart-' + (i % 4 + 1));
      return {
        label: series.name,
        data: series.values,
        backgroundColor: own,
        borderColor: data.type === 'line' ? own : ground,
        /* thin bars would be all border */
        borderWidth: data.type === 'line' ? 2 : data.labels.length > 40 ? 0 : 1,
        borderDash: data.type === 'line' && i > 0 ? [5, 4] : [],
        pointRadius: 2,
        pointStyle: i > 0 ? 'rect' : 'circle',
        maxBarThickness: 48,
        spanGaps: false
      };
    });
  }

  function options(host, data, text, grid) {
    const axis = { stacked: data.stacked, ticks: { color: text, maxRotation: 50, autoSkipPadding: 8 }, grid: { color: grid } };
    return {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      locale: document.documentElement.lang || undefined,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: Object.assign({}, axis, { grid: { display: false } }),
        y: Object.assign({}, axis, { beginAtZero: true, ticks: { color: text, precision: 0 } })
      },
      plugins: {
        legend: { display: data.series.length > 1, labels: { color: text, usePointStyle: true } },
        title: { display: false, text: data.title, color: text, font: { size: 16 } }
      }
    };
  }

  function draw(host, json) {
    const data = JSON.parse(json);
    const ground = colour(host, '--chart-ground');
    const before = charts.get(host);
    if (before) {
      before.chart.destroy();
    }
    Chart.defaults.font.family = getComputedStyle(host).fontFamily;
    const chart = new Chart(host.querySelector('canvas'), {
      type: data.type,
      data: { labels: data.labels, datasets: datasets(host, data, ground) },
      options: options(host, data, colour(host, '--chart-text'), colour(host, '--chart-grid')),
      plugins: [{
        id: 'ground',
        beforeDraw: function (drawn) {
          drawn.ctx.save();
          drawn.ctx.fillStyle = ground;
          drawn.ctx.fillRect(0, 0, drawn.width, drawn.height);
          drawn.ctx.restore();
        }
      }]
    });
    charts.set(host, { chart: chart, json: json });
    hosts.add(host);
  }

  /* The picture has its title in it, for it will stand alone. */
  function download(host, file) {
    const chart = charts.get(host).chart;
    chart.options.plugins.title.display = true;
    chart.update('none');
    const link = document.createElement('a');
    link.href = chart.toBase64Image('image/png');
    link.download = file;
    link.click();
    chart.options.plugins.title.display = false;
    chart.update('none');
  }

  function redraw() {
    hosts.forEach(function (host) {
      if (host.isConnected) {
        draw(host, charts.get(host).json);
      } else {
        charts.get(host).chart.destroy();
        hosts.delete(host);
      }
    });
  }

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['style', 'theme', 'class'] });
  window.propuskChart = { draw: draw, download: download };
})();
