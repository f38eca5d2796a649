// Starts Python with the library, in a browser or in Node. `folder` is the address of the engine,
// `read` returns the bytes of a file in it.
export async function start(folder, read, stage = () => {}) {
  stage("interpreter");
  const index = JSON.parse(new TextDecoder().decode(await read("engine.json")));
  const parts = Promise.all([...index.wheels.map((name) => read(`wheels/${name}`)), read("desk.py")]);
  const { loadPyodide } = await import(new URL("pyodide.mjs", folder).href);
  const python = await loadPyodide();
  stage("library");
  const wheels = await parts;
  const desk = wheels.pop();
  for (const wheel of wheels) python.unpackArchive(wheel, "wheel");
  const home = "/home/pyodide";
  python.FS.writeFile(`${home}/page_desk.py`, desk);
  python.runPython(`import sys; sys.path.insert(0, ${JSON.stringify(home)})`);
  stage("rules");
  return { python, desk: python.pyimport("page_desk") };
}
